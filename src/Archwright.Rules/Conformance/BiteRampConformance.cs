using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Bite ramps and occlusal management: whether there are ramps, from when, until which overbite (OCC-04).</summary>
internal static class BiteRampConformance
{
    // twice the accuracy of a measurement on scans
    private const double AlikeMm = 0.25;

    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        BiteRampPreferences wanted = plan.Preferences.BiteRamps;
        ImmutableArray<(int Fdi, int From, int To)> ramps = Ramps(plan);
        double? overbite = plan.HasBite ? PlannedArches.At(plan, 0).Bite().OverbiteMm : null;
        string at = overbite is { } mm ? $"overbite {mm:0.0} mm at the start" : "overbite not measurable";
        bool isDeep = overbite >= wanted.OverbiteFromMm;
        int last = plan.Stages.Length - 1;

        yield return (ramps.IsEmpty, wanted.Use) switch
        {
            (false, false) => Verdict.Broken("biteRamps.use", $"no ramps are wanted, tooth {ramps[0].Fdi} has one from stage {ramps[0].From} on"),
            (true, true) when isDeep && Remains(plan, wanted, last) => Verdict.Broken("biteRamps.use", $"{at}, and no tooth has a ramp"),
            (true, _) => Verdict.NotApplicable("biteRamps.use", $"{at}; no ramp is planned"),
            _ => Verdict.Obeyed("biteRamps.use", $"{ramps.Length} teeth have ramps, first {ramps[0].Fdi} from stage {ramps[0].From} on"),
        };
        if (ramps.IsEmpty)
        {
            foreach (string name in new[] { "biteRamps.overbiteFromMm", "biteRamps.onStage", "biteRamps.offOverbiteMm" })
                yield return Verdict.NotApplicable(name, "no ramp is planned");
        }
        else
        {
            (int Fdi, int From, int To) first = ramps.MinBy(r => r.From);
            yield return Verdict.Judge("biteRamps.overbiteFromMm", isDeep, $"{at}; ramps are worn from {wanted.OverbiteFromMm:0.0} mm on");
            yield return Verdict.Judge(
                "biteRamps.onStage", first.From == wanted.OnStage, $"first ramp on {first.Fdi} from stage {first.From}, wanted from {wanted.OnStage}");
            yield return Off(plan, wanted, ramps.MaxBy(r => r.To), last);
        }

        yield return Shift(evidence, wanted.UnintendedShiftMm);
        yield return Slide(evidence, wanted.CentricSlideMm);
    }

    private static PreferenceEvidence Shift(PlanEvidence evidence, double limit)
    {
        const string name = "biteRamps.unintendedShiftMm";
        if (evidence.Plan.Strategy?.ClassTwo == ClassTwoStrategy.BiteJump)
            return Verdict.NotApplicable(name, "the plan jumps the bite");
        if (evidence.Bite is not { } bite || JawShift.Worst(bite) is not { } worst)
            return Verdict.NotApplicable(name, "there is no bite to close");
        string kind = worst.IsSlide ? "the slide from centric relation grows by" : "the jaw closes elsewhere by";
        string without = bite.IsCentricTracked ? "" : "; no bite in centric relation is on record";
        return Verdict.Judge(
            name, !PlanEvidence.IsOver(worst.Mm, limit), $"{kind} {Verdict.Text(worst.Mm)} mm at stage {worst.Stage}, limit {Verdict.Text(limit)} mm{without}");
    }

    private static PreferenceEvidence Slide(PlanEvidence evidence, double limit)
    {
        const string name = "biteRamps.centricSlideMm";
        if (evidence.Bite is not { IsCentricTracked: true } bite || bite.Stages[^1].Slide is not { } end)
            return Verdict.NotApplicable(name, "no bite in centric relation is on record: the slide cannot be measured (OCC-05)");
        return Verdict.Judge(
            name,
            bite.Stages.Length < 2 || !PlanEvidence.IsOver(end.Mm, limit),
            $"a slide of {Verdict.Text(end.Mm)} mm is left at stage {bite.Stages.Length - 1}, limit {Verdict.Text(limit)} mm");
    }

    private static PreferenceEvidence Off(PlanView plan, BiteRampPreferences wanted, (int Fdi, int From, int To) ramp, int last)
    {
        const string name = "biteRamps.offOverbiteMm";
        if (Overbite(plan, ramp.To) is not { } atEnd)
            return Verdict.NotApplicable(name, "the overbite cannot be measured");
        double after = ramp.To < last ? Overbite(plan, ramp.To + 1) ?? atEnd : atEnd;
        bool offTooEarly = ramp.To < last && after > wanted.OffOverbiteMm + AlikeMm;
        bool offTooLate = atEnd < wanted.OffOverbiteMm - AlikeMm;
        return Verdict.Judge(
            name,
            !offTooEarly && !offTooLate,
            $"the ramp on {ramp.Fdi} is worn to stage {ramp.To}, overbite {atEnd:0.0} mm there; ramps come off at {wanted.OffOverbiteMm:0.0} mm");
    }

    /// <summary>True where the overbite is still above the one at which ramps come off when they would go on.</summary>
    private static bool Remains(PlanView plan, BiteRampPreferences wanted, int last) =>
        last >= wanted.OnStage && Overbite(plan, wanted.OnStage) > wanted.OffOverbiteMm + AlikeMm;

    private static double? Overbite(PlanView plan, int stage) => PlannedArches.At(plan, stage).Bite().OverbiteMm;

    private static ImmutableArray<(int Fdi, int From, int To)> Ramps(PlanView plan) =>
    [
        .. plan.Auxiliaries.Where(a => a.Type.Contains("ramp", StringComparison.OrdinalIgnoreCase)).Select(a => (a.Fdi, a.From, a.To))
            .Concat(plan.Attachments.Where(a => a.Type == AttachmentType.BiteRamp).Select(a => (a.Fdi, a.On, a.Off)))
            .Order(),
    ];
}
