using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>
/// Torque presets (OCC-01, OCC-02): the mean inclination of a segment at the end lies nearer to norm plus preset than it did, or
/// within what can be told apart.
/// </summary>
internal static class TorqueConformance
{
    // the clinically relevant angle (clinical.md 1.1, Grünheid 2017): nearer than that nobody can tell
    private const double AlikeDeg = 2;

    public static IEnumerable<PreferenceEvidence> Of(PlanView plan)
    {
        TorquePreferences wanted = plan.Preferences.Torque;
        ImmutableSortedDictionary<ToothId, double> start = PlannedArches.TorqueOffNorm(plan, 0);
        ImmutableSortedDictionary<ToothId, double> end = PlannedArches.TorqueOffNorm(plan, plan.Stages.Length - 1);
        yield return Segment("torque.upperAnteriorDeg", wanted.UpperAnteriorDeg, start, end, t => t.Jaw == Jaw.Upper && t.IsAnterior);
        yield return Segment("torque.lowerAnteriorDeg", wanted.LowerAnteriorDeg, start, end, t => t.Jaw == Jaw.Lower && t.IsAnterior);
        yield return Segment("torque.upperPosteriorDeg", wanted.UpperPosteriorDeg, start, end, t => t.Jaw == Jaw.Upper && !t.IsAnterior);
        yield return Segment("torque.lowerPosteriorDeg", wanted.LowerPosteriorDeg, start, end, t => t.Jaw == Jaw.Lower && !t.IsAnterior);
        yield return Verdict.NotApplicable(
            "torque.philosophy", $"names the four presets ({wanted.Philosophy}); they are judged one by one (OCC-03)");
    }

    private static PreferenceEvidence Segment(
        string name,
        double presetDeg,
        ImmutableSortedDictionary<ToothId, double> start,
        ImmutableSortedDictionary<ToothId, double> end,
        Func<ToothId, bool> isIn)
    {
        ToothId[] teeth = [.. start.Keys.Where(isIn)];
        if (teeth.Length == 0)
            return Verdict.NotApplicable(name, "the segment has no teeth with a norm");
        double from = teeth.Average(t => start[t]);
        double to = teeth.Average(t => end[t]);
        return Verdict.Judge(
            name,
            Math.Abs(to - presetDeg) <= Math.Max(Math.Abs(from - presetDeg), AlikeDeg) + Verdict.Rounding,
            $"mean of {teeth.Length} teeth against the norm: {from:+0.0;-0.0;0.0}° at the start, {to:+0.0;-0.0;0.0}° at the end, "
                + $"preset {presetDeg:+0.0;-0.0;0.0}°");
    }
}
