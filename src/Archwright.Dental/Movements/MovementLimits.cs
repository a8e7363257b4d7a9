using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// Holds one tray's movement of one tooth against the limits of its type and class (VEL-17). The movement is decomposed
/// first; in each plane its type follows from crown against apex.
/// </summary>
public static class MovementLimits
{
    /// <summary>The apex is "nearly still" up to this share of the crown's displacement.</summary>
    public const double ApexStillShare = 0.35;

    /// <summary>Crown and apex move "alike" where the smaller is at least this share of the larger, same direction.</summary>
    public const double BodilyShare = 0.5;

    /// <summary>Displacements below this are noise and have no type, mm.</summary>
    public const double NoiseMm = 0.005;

    /// <summary>
    /// Every limit that applies to <paramref name="movement"/> with how much of it is used. Components of zero are listed
    /// only where a type can be told.
    /// </summary>
    public static ImmutableArray<LimitUse> Uses(ToothId tooth, Movement movement, VelocityPreferences limits)
    {
        var uses = ImmutableArray.CreateBuilder<LimitUse>(7);
        MovementType md = PlaneType(movement.Crown.X, movement.Apex.X, MovementType.RootUprighting);
        MovementType fl = PlaneType(movement.Crown.Y, movement.Apex.Y, MovementType.Torque);
        uses.Add(Angle("tip", md, movement.TipDeg, AngleLimit(tooth, md, MovementType.RootUprighting, limits)));
        uses.Add(Angle("torque", fl, movement.TorqueDeg, AngleLimit(tooth, fl, MovementType.Torque, limits)));
        uses.Add(Angle("rotation", MovementType.Rotation, movement.RotationDeg, RotationLimit(tooth, limits)));
        double inPlane = Math.Sqrt((movement.MesialMm * movement.MesialMm) + (movement.FacialMm * movement.FacialMm));
        bool bodily = md == MovementType.BodilyTranslation || fl == MovementType.BodilyTranslation;
        uses.Add(new LimitUse(
            "horizontal",
            bodily ? MovementType.BodilyTranslation : MovementType.Translation,
            inPlane,
            bodily ? limits.BodilyMm : limits.LinearMm,
            "mm"));
        uses.Add(Vertical(tooth, movement.ExtrusionMm, limits));
        double resultant = new Vec3(movement.MesialMm, movement.FacialMm, movement.ExtrusionMm).Length;
        uses.Add(new LimitUse("resultant", MovementType.Translation, resultant, limits.LinearMm, "mm"));
        return uses.ToImmutable();
    }

    /// <summary>The preference that holds a limit, as category.option.</summary>
    public static string OptionOf(ToothId tooth, LimitUse use) => use switch
    {
        { Type: MovementType.CrownTipping } =>
            tooth.Class == ToothClass.Incisor ? "velocity.crownTippingIncisorDeg" : "velocity.crownTippingOtherDeg",
        { Component: "tip" } => "velocity.rootUprightingDeg",
        { Component: "torque" } => "velocity.torqueDeg",
        { Type: MovementType.Rotation } => tooth.Class switch
        {
            ToothClass.Incisor => "velocity.rotationIncisorDeg",
            ToothClass.Molar => "velocity.rotationMolarDeg",
            _ => "velocity.rotationCaninePremolarDeg",
        },
        { Type: MovementType.Intrusion } => "velocity.intrusionMm",
        { Type: MovementType.Extrusion } =>
            tooth.IsAnterior ? "velocity.extrusionAnteriorMm" : "velocity.extrusionPosteriorWithAuxiliariesMm",
        { Type: MovementType.BodilyTranslation } => "velocity.bodilyMm",
        _ => "velocity.linearMm",
    };

    /// <summary>The greatest share of any limit that <paramref name="movement"/> uses: 1 is at the limit.</summary>
    public static double Utilisation(ToothId tooth, Movement movement, VelocityPreferences limits)
    {
        double most = 0;
        foreach (LimitUse use in Uses(tooth, movement, limits))
            most = Math.Max(most, use.Share);
        return most;
    }

    /// <summary>Type of a movement in one plane from the displacements of crown point and apex along it, mm.</summary>
    /// <param name="crownMm">Crown point.</param>
    /// <param name="apexMm">Apex.</param>
    /// <param name="rootType">What root movement is called in this plane.</param>
    public static MovementType PlaneType(double crownMm, double apexMm, MovementType rootType)
    {
        double crown = Math.Abs(crownMm);
        double apex = Math.Abs(apexMm);
        if (Math.Max(crown, apex) < NoiseMm)
            return MovementType.Translation;
        if (apex <= ApexStillShare * crown)
            return MovementType.CrownTipping;
        bool alike = crownMm * apexMm > 0 && Math.Min(crown, apex) >= BodilyShare * Math.Max(crown, apex);
        if (alike)
            return MovementType.BodilyTranslation;
        return apex > crown ? rootType : MovementType.Translation;
    }

    // Crown tipping alone has the generous limit; whenever the apex moves too, the root limit of the plane holds. That is
    // stricter than the table where the apex moves less than the crown, and never looser.
    private static double AngleLimit(ToothId tooth, MovementType type, MovementType rootType, VelocityPreferences limits)
    {
        if (type == MovementType.CrownTipping)
            return tooth.Class == ToothClass.Incisor ? limits.CrownTippingIncisorDeg : limits.CrownTippingOtherDeg;
        return rootType == MovementType.Torque ? limits.TorqueDeg : limits.RootUprightingDeg;
    }

    private static double RotationLimit(ToothId tooth, VelocityPreferences limits) => tooth.Class switch
    {
        ToothClass.Incisor => limits.RotationIncisorDeg,
        ToothClass.Molar => limits.RotationMolarDeg,
        _ => limits.RotationCaninePremolarDeg,
    };

    private static LimitUse Vertical(ToothId tooth, double extrusionMm, VelocityPreferences limits)
    {
        if (extrusionMm < 0)
            return new LimitUse("vertical", MovementType.Intrusion, -extrusionMm, limits.IntrusionMm, "mm");
        double limit = tooth.IsAnterior ? limits.ExtrusionAnteriorMm : limits.ExtrusionPosteriorWithAuxiliariesMm;
        return new LimitUse("vertical", MovementType.Extrusion, extrusionMm, limit, "mm");
    }

    private static LimitUse Angle(string component, MovementType type, double deg, double limitDeg) =>
        new(component, type, Math.Abs(deg), limitDeg, "deg");
}

/// <summary>One limit and how much of it a movement uses.</summary>
/// <param name="Component">tip, torque, rotation, horizontal, vertical or resultant.</param>
/// <param name="Type">Movement type the limit belongs to.</param>
/// <param name="Measured">Amount moved, never negative.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Unit">mm or deg.</param>
public readonly record struct LimitUse(string Component, MovementType Type, double Measured, double Limit, string Unit)
{
    /// <summary>Share of the limit used: 1 is at the limit.</summary>
    public double Share => Measured / Limit;
}
