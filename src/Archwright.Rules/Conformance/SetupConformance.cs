using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>Aims of the target: a measure is as wanted, or nearer to it than at the start.</summary>
internal static class SetupConformance
{
    // twice the accuracy of a measurement on scans, as objectives are met
    private const double MetMm = 0.5;
    private const double KeptDeg = 1;

    public static IEnumerable<PreferenceEvidence> Of(PlanView plan)
    {
        SetupPreferences wanted = plan.Preferences.Setup;
        var start = PlannedArches.At(plan, 0);
        var end = PlannedArches.At(plan, plan.Stages.Length - 1);
        OcclusionMeasures before = start.Bite();
        OcclusionMeasures after = end.Bite();
        yield return Norms(plan);
        yield return end.LowerSpeeMm() is { } spee && start.LowerSpeeMm() is { } speeBefore
            ? Verdict.Judge(
                "setup.speeMm",
                spee <= Math.Max(wanted.SpeeMm + MetMm, speeBefore),
                $"lower curve of Spee {speeBefore:0.0} mm at the start, {spee:0.0} mm at the end, wanted {wanted.SpeeMm:0.0} mm")
            : Verdict.NotApplicable("setup.speeMm", "the lower curve of Spee cannot be measured: teeth are missing");
        CaseObjectives objectives = plan.Patient.Objectives;
        yield return Aim(plan, "overjet", objectives.OverjetMm, "setup.overjetMm", wanted.OverjetMm, before.OverjetMm, after.OverjetMm);
        yield return Aim(plan, "overbite", objectives.OverbiteMm, "setup.overbiteMm", wanted.OverbiteMm, before.OverbiteMm, after.OverbiteMm);
    }

    private static PreferenceEvidence Aim(PlanView plan, string objective, double? ownMm, string name, double wantedMm, double? before, double? after)
    {
        if (ownMm is not null)
            return Verdict.NotApplicable(name, $"the case gives its own {objective}");
        if (!plan.HasBite || before is not { } from || after is not { } to)
            return Verdict.NotApplicable(name, $"the {objective} cannot be measured");
        return Verdict.Judge(
            name,
            Math.Abs(to - wantedMm) <= Math.Max(Math.Abs(from - wantedMm), MetMm),
            $"{objective} {from:0.0} mm at the start, {to:0.0} mm at the end, wanted {wantedMm:0.0} mm");
    }

    private static PreferenceEvidence Norms(PlanView plan)
    {
        const string name = "setup.normWeight";
        ToothId[] moved =
        [
            .. plan.Teeth.Where(t => t.IsMovable && plan.Stages[^1].TryGetValue(t.Id, out RigidTransform pose) && pose != RigidTransform.Identity)
                .Select(t => t.Id),
        ];
        ImmutableSortedDictionary<ToothId, double> before = PlannedArches.TorqueOffNorm(plan, 0);
        ImmutableSortedDictionary<ToothId, double> after = PlannedArches.TorqueOffNorm(plan, plan.Stages.Length - 1);
        ToothId[] judged = [.. moved.Where(before.ContainsKey)];
        if (judged.Length == 0)
            return Verdict.NotApplicable(name, "no tooth with a norm moves");
        TorquePreferences presets = plan.Preferences.Torque;
        double Off(double off, ToothId t) => Math.Abs(off - presets.Of(t));
        double from = judged.Average(t => Off(before[t], t));
        double to = judged.Average(t => Off(after[t], t));
        double change = judged.Average(t => Math.Abs(after[t] - before[t]));
        double weight = plan.Preferences.Setup.NormWeight;
        return weight > 0
            ? Verdict.Judge(name, to <= from + KeptDeg, $"mean inclination off norm and preset {from:0.0}° at the start, {to:0.0}° at the end of {judged.Length} teeth")
            : Verdict.Judge(name, change <= KeptDeg, $"inclinations are to be kept; they change by {change:0.0}° in the mean of {judged.Length} teeth");
    }
}
