using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>
/// Scores a plan against the written objectives (CLN-07), from its poses: landmarks at the last stage in the occlusal frame, measured as
/// analysis measures the scan. A measure whose teeth are not there, or of a bite that is not registered, stays unknown.
/// </summary>
public static class ObjectiveScores
{
    /// <summary>Every target of the case with what the plan reaches, in the order written.</summary>
    public static ImmutableArray<ObjectiveScore> Of(PlanView plan)
    {
        ImmutableArray<ObjectiveTarget> targets = ObjectiveTargets.Of(plan.Patient.Objectives);
        if (targets.IsEmpty || plan.Stages.IsEmpty)
            return [];
        Values start = new(plan, 0);
        Values end = new(plan, plan.Stages.Length - 1);
        return [.. targets.Select(t => new ObjectiveScore(t, PreferenceOption.Text(t.Measure), start.Of(t.Measure), end.Of(t.Measure)))];
    }

    /// <summary>The scores as a plan lists its objectives.</summary>
    public static ImmutableArray<PlanObjective> Listed(PlanView plan) =>
    [
        .. Of(plan).Select(s => new PlanObjective
        {
            Name = s.Name,
            Wanted = $"{Amount(s.Target.Value, s.Target.Measure)} ± {RuleInfo.Text(s.Target.Tolerance)}",
            Planned = s.Planned is { } p ? Amount(Math.Round(p, 2), s.Target.Measure) : "not measurable",
            Met = s.IsMet,
        }),
    ];

    private static string Amount(double value, ObjectiveMeasure measure) =>
        RuleInfo.Text(value) + (ObjectiveTarget.UnitOf(measure) == "percent" ? " %" : " mm");

    private sealed class Values(PlanView plan, int stage)
    {
        private readonly PlannedArches _arches = PlannedArches.At(plan, stage);
        private readonly bool _hasBite = plan.HasBite;
        private OcclusionMeasures? _bite;
        private ArchMeasures? _upper;
        private ArchMeasures? _lower;

        public double? Of(ObjectiveMeasure measure) => measure switch
        {
            ObjectiveMeasure.Overjet => Bite?.OverjetMm,
            ObjectiveMeasure.Overbite => Bite?.OverbiteMm,
            ObjectiveMeasure.OverbiteShare => Bite?.OverbiteMm / ObjectiveTargets.LowerIncisorHeightMm(_arches.Lower) * 100,
            ObjectiveMeasure.Midline => Bite?.MidlineMm,
            ObjectiveMeasure.CanineClassRight => Bite?.CanineRightMm,
            ObjectiveMeasure.CanineClassLeft => Bite?.CanineLeftMm,
            ObjectiveMeasure.MolarClassRight => Bite?.MolarRightMm,
            ObjectiveMeasure.MolarClassLeft => Bite?.MolarLeftMm,
            ObjectiveMeasure.IrregularityUpper => Upper?.LittleMm,
            ObjectiveMeasure.IrregularityLower => Lower?.LittleMm,
            ObjectiveMeasure.CrowdingUpper => Upper?.CrowdingMm - IprMm(Jaw.Upper),
            ObjectiveMeasure.CrowdingLower => Lower?.CrowdingMm - IprMm(Jaw.Lower),
            ObjectiveMeasure.IntercanineUpper => Upper?.IntercanineMm,
            ObjectiveMeasure.IntercanineLower => Lower?.IntercanineMm,
            ObjectiveMeasure.IntermolarUpper => Upper?.IntermolarMm,
            ObjectiveMeasure.IntermolarLower => Lower?.IntermolarMm,
            _ => null,
        };

        // widths are those of the scan: enamel taken by this stage is no longer there to be housed
        private double IprMm(Jaw jaw) => IprContacts.Of(plan)
            .Where(c => c.A.Jaw == jaw && IsBetweenMolars(c.A) && IsBetweenMolars(c.B))
            .Sum(c => IprContacts.DoneMm(plan, c.A, c.B, stage));

        private static bool IsBetweenMolars(ToothId tooth) => tooth.Position <= 6;

        private OcclusionMeasures? Bite => !_hasBite ? null : _bite ??= _arches.Bite();

        private ArchMeasures? Upper => _arches.Upper.IsEmpty ? null : _upper ??= ArchMeasurement.Of(Jaw.Upper, _arches.Upper);

        private ArchMeasures? Lower => _arches.Lower.IsEmpty ? null : _lower ??= ArchMeasurement.Of(Jaw.Lower, _arches.Lower);
    }
}
