using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Outcome;
using Archwright.Planning.Setup;

namespace Archwright.Planning.Overcorrection;

/// <summary>
/// The layer between the clinical target and what is staged (OVC-01 … OVC-03): programmed = clinical target + share × each movement that
/// under-expresses. Method: the whole movement of a tooth is decomposed; rotation and vertical movement are scaled alone, a plane (along
/// or across the arch) as a whole, so that a root that is uprighted stays upright about its crown. Staging then runs towards the
/// programmed target under the same limits and collisions as any target; where the way is blocked, less is programmed.
/// Source: requirements.csv VEL-08 … VEL-14 and OVC (the user's table). Dissent: overcorrection spoils the fit on neighbours (clinical.md
/// 3.5, Hatt), so the policy is none by default. A share never exceeds what the mean expression lacks: nobody plans to overshoot.
/// Complexity: linear in teeth. Any frame.
/// </summary>
public static class OvercorrectionLayer
{
    /// <summary>Movements smaller than this need no compensation: half of what a refinement is made for.</summary>
    private const double WorthMm = ExpectedOutcome.ToleranceMm / 2;
    private const double WorthDeg = ExpectedOutcome.ToleranceDeg / 2;

    /// <summary>The programmed target of every tooth the clinical target names.</summary>
    /// <param name="teeth">Teeth at stage 0, in the target's frame.</param>
    /// <param name="target">Clinical target.</param>
    /// <param name="preferences">Policy and shares; how far back upper molars may be programmed.</param>
    public static ImmutableSortedDictionary<ToothId, RigidTransform> Run(
        IEnumerable<Tooth> teeth, ImmutableSortedDictionary<ToothId, RigidTransform> target, TreatmentPreferences preferences)
    {
        if (preferences.Overcorrection.Policy == OvercorrectionPolicy.None)
            return target;
        ImmutableSortedDictionary<ToothId, RigidTransform>.Builder programmed = target.ToBuilder();
        foreach (Tooth tooth in teeth.Where(t => t.IsMovable))
        {
            if (target.TryGetValue(tooth.Id, out RigidTransform wanted))
                programmed[tooth.Id] = DistalLimit.Keep(tooth, Beyond(tooth, wanted, preferences.Overcorrection), preferences.ClassTwo);
        }

        return programmed.ToImmutable();
    }

    private static RigidTransform Beyond(Tooth tooth, RigidTransform wanted, OvercorrectionPreferences preferences)
    {
        var m = Movement.Between(tooth, RigidTransform.Identity, wanted);
        bool along = Math.Max(Math.Abs(m.Crown.X), Math.Abs(m.Apex.X)) >= WorthMm;
        bool across = Math.Max(Math.Abs(m.Crown.Y), Math.Abs(m.Apex.Y)) >= WorthMm;
        double md = along ? Share(tooth.Id, m, OutcomeComponent.Mesiodistal, preferences) : 0;
        double fl = across ? Share(tooth.Id, m, OutcomeComponent.Faciolingual, preferences) : 0;
        double vertical = Math.Abs(m.ExtrusionMm) >= WorthMm ? Share(tooth.Id, m, OutcomeComponent.Vertical, preferences) : 0;
        double rotation = Math.Abs(m.RotationDeg) >= WorthDeg ? Share(tooth.Id, m, OutcomeComponent.Rotation, preferences) : 0;
        if (md + fl + vertical + rotation == 0)
            return wanted;
        return Movement.Apply(
            tooth,
            RigidTransform.Identity,
            m.MesialMm * (1 + md),
            m.FacialMm * (1 + fl),
            m.ExtrusionMm * (1 + vertical),
            m.RotationDeg * (1 + rotation),
            m.TipDeg * (1 + md),
            m.TorqueDeg * (1 + fl));
    }

    private static double Share(ToothId tooth, Movement whole, OutcomeComponent component, OvercorrectionPreferences preferences)
    {
        var need = OvercorrectionNeed.Of(tooth, whole, component, preferences);
        double share = preferences.Policy == OvercorrectionPolicy.Custom && need.IsEasy ? preferences.EasyShare : need.Share;
        ExpressionRow row = component switch
        {
            OutcomeComponent.Rotation => ExpressionRow.Rotation,
            OutcomeComponent.Vertical => whole.ExtrusionMm > 0 ? ExpressionRow.Extrusion : ExpressionRow.Intrusion,
            OutcomeComponent.Mesiodistal => ExpressionRow.CrownMesiodistal,
            _ => ExpressionRow.Expansion,
        };
        return Math.Min(share, (1 / ExpressionTable.Of(row, tooth).Mean) - 1);
    }
}
