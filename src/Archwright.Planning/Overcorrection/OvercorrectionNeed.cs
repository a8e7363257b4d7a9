using Archwright.Dental;

namespace Archwright.Planning.Overcorrection;

/// <summary>
/// The question asked of each movement: does it need overcorrection to express, and why (OVC-08)? Movements that under-express have a
/// share in the user's table (VEL-09 … VEL-14); easy ones have none (OVC-02).
/// </summary>
/// <param name="IsEasy">True where overcorrecting it is a mistake by the table.</param>
/// <param name="Share">Share of the movement the preferences give it under the targeted policy; 0 where none.</param>
/// <param name="Reason">Why, for a person.</param>
public sealed record OvercorrectionNeed(bool IsEasy, double Share, string Reason)
{
    /// <summary>The answer for one component of a tooth's whole clinical movement.</summary>
    /// <param name="tooth">The tooth.</param>
    /// <param name="whole">Its movement from stage 0 to the clinical target.</param>
    /// <param name="component">Which part of it.</param>
    /// <param name="shares">The preferences' shares.</param>
    public static OvercorrectionNeed Of(ToothId tooth, Movement whole, OutcomeComponent component, OvercorrectionPreferences shares) => component switch
    {
        OutcomeComponent.Rotation => Rotation(tooth, shares),
        OutcomeComponent.Vertical => Vertical(tooth, whole.ExtrusionMm, shares),
        OutcomeComponent.Mesiodistal or OutcomeComponent.Tip => Plane(
            MovementLimits.PlaneType(whole.Crown.X, whole.Apex.X, MovementType.RootUprighting), shares),
        _ => Plane(MovementLimits.PlaneType(whole.Crown.Y, whole.Apex.Y, MovementType.Torque), shares),
    };

    // Roots of upper incisors are conical; those of lower incisors are flat and hold against turning back.
    private static OvercorrectionNeed Rotation(ToothId tooth, OvercorrectionPreferences shares) => tooth.Class switch
    {
        ToothClass.Canine or ToothClass.Premolar =>
            new(false, shares.RotationCaninePremolarShare, "rotation of a round-rooted canine or premolar under-expresses (VEL-10)"),
        ToothClass.Incisor when tooth.Jaw == Jaw.Upper =>
            new(false, shares.RotationIncisorShare, "rotation of a round-rooted incisor (VEL-09)"),
        ToothClass.Incisor => new(true, 0, "rotation of a lower incisor, whose root is flat, needs none (VEL-09)"),
        _ => new(false, 0, "rotation of a molar has no share in the table"),
    };

    private static OvercorrectionNeed Vertical(ToothId tooth, double extrusionMm, OvercorrectionPreferences shares) =>
        extrusionMm <= 0 ? new(false, 0, "intrusion has no share in the table: it is limited by rate, not by amount")
        : tooth.IsAnterior ? new(false, shares.ExtrusionAnteriorShare, "anterior extrusion under-expresses (VEL-11)")
        : new(false, 0, "posterior extrusion needs auxiliaries, not overcorrection (VEL-12)");

    private static OvercorrectionNeed Plane(MovementType type, OvercorrectionPreferences shares) => type switch
    {
        MovementType.RootUprighting => new(false, shares.RootUprightingShare, "root uprighting under-expresses (VEL-13)"),
        MovementType.BodilyTranslation => new(false, shares.BodilyShare, "bodily translation under-expresses (VEL-14)"),
        MovementType.Torque => new(false, 0, "torque has no share in the table: power ridge or attachment instead"),
        MovementType.CrownTipping => new(true, 0, "crown tipping expresses readily (VEL-08)"),
        _ => new(true, 0, "an easy movement (VEL-19)"),
    };
}
