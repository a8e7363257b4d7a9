using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Staging: pattern, phases, the order within a tooth, read from when each movement happens (STG-03, STG-04, STG-06).</summary>
internal static class StagingConformance
{
    /// <summary>
    /// Stages by which half of what leads must be done before half of what follows: less is no order but both together.
    /// Engineering default: one tray.
    /// </summary>
    internal const double LeadStages = 1;

    // within a tooth, movements read to whole stages may swap by one
    private const double SlackStages = 1;

    private const string NoOrder = "no tooth makes two movements of the order, in one step of the pattern, that take a tray each";

    // what has gone less of its way has not begun, what lacks less of it is done; the same share as WayTiming.Start
    private const double Noise = 0.05;

    // two grids of a hundredth of a millimetre each: what penetration is measured to
    private const double MeasuredToMm = 0.02;

    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        StagingPreferences wanted = plan.Preferences.Staging;
        ImmutableArray<WayTiming> ways = [.. evidence.Tracks.SelectMany(t => WayTiming.Of(t, plan.Preferences.Velocity))];
        MacroPattern pattern = PatternConformance.InForce(plan);
        yield return PatternConformance.Of(evidence, ways);
        yield return Phases(wanted, pattern, ways);
        yield return pattern == MacroPattern.Custom
            ? InOrder("staging.phaseOrder", wanted.PhaseOrder, ways)
            : Verdict.NotApplicable("staging.phaseOrder", $"holds for the custom pattern; this is {PreferenceOption.Text(pattern)}");
        yield return MicroOrder(wanted, pattern, ways);
        yield return LeadShare(wanted, pattern, ways);
        yield return SpaceBeforeRotation(evidence, wanted);
        yield return Verdict.Judge(
            "staging.maxStages", plan.Stages.Length - 1 <= wanted.MaxStages, $"{plan.Stages.Length - 1} of at most {wanted.MaxStages} stages");
        yield return Tolerance(evidence, wanted);
    }

    private static PreferenceEvidence Phases(StagingPreferences wanted, MacroPattern pattern, ImmutableArray<WayTiming> ways)
    {
        const string name = "staging.phasesInOrder";
        if (!wanted.PhasesInOrder)
            return Verdict.NotApplicable(name, "all phases may run together");
        return pattern == MacroPattern.LevelAndAlign
            ? Apart(name, StagingPhase.Align, StagingPhase.Detail, ways)
            : Verdict.NotApplicable(name, $"the groups of the pattern {PreferenceOption.Text(pattern)} give the order");
    }

    /// <summary>
    /// Phases do not overlap (STG-04): when one begins, the other is done, to the tray in which they hand over. A plan whose leading tooth
    /// reaches into the next phase is as broken as one that does everything at once; the evidence says by how much.
    /// </summary>
    private static PreferenceEvidence Apart(string name, StagingPhase leads, StagingPhase follows, ImmutableArray<WayTiming> ways)
    {
        HashSet<ToothId> turning = Turning(ways);
        double[]? first = WayTiming.MeanShare(ways.Where(w => Belongs(w, leads, turning)));
        double[]? next = WayTiming.MeanShare(ways.Where(w => Belongs(w, follows, turning)));
        if (first is null || next is null)
            return Verdict.NotApplicable(name, "the movements are of one phase");
        int begins = Array.FindIndex(next, s => s > Noise);
        return Verdict.Judge(
            name,
            first[begins] >= 1 - Noise,
            $"{PreferenceOption.Text(follows)} begins at stage {begins}, when {first[begins]:P0} of {PreferenceOption.Text(leads)} is done");
    }

    private static HashSet<ToothId> Turning(ImmutableArray<WayTiming> ways) =>
        [.. ways.Where(w => w.Plane == WayPlane.Turn).Select(w => w.Track.Tooth.Id)];

    /// <summary>Phases that have movements of their own follow each other by the stage at which half of each is done.</summary>
    internal static PreferenceEvidence InOrder(string name, ImmutableArray<StagingPhase> order, ImmutableArray<WayTiming> ways)
    {
        HashSet<ToothId> turning = Turning(ways);
        (StagingPhase Phase, double Half)[] halves =
        [
            .. order.Select(p => (Phase: p, Half: WayTiming.MeanHalf(ways.Where(w => Belongs(w, p, turning))))).Where(p => p.Half is not null).Select(p => (p.Phase, p.Half!.Value)),
        ];
        if (halves.Length < 2)
            return Verdict.NotApplicable(name, "the movements are of one phase");
        string words = string.Join(", ", halves.Select(h => $"{PreferenceOption.Text(h.Phase)} half done by stage {h.Half:0.0}"));
        return Verdict.Judge(name, halves.Zip(halves.Skip(1)).All(p => p.First.Half + LeadStages <= p.Second.Half), words);
    }

    // Torque of a tooth that turns comes before its final rotation (STG-06) and cannot wait for finishing.
    private static bool Belongs(WayTiming way, StagingPhase phase, HashSet<ToothId> turning) => phase switch
    {
        StagingPhase.Level => way.Plane == WayPlane.Vertical,
        StagingPhase.Align => way.Plane == WayPlane.Turn,
        StagingPhase.Space => way.Plane == WayPlane.Along && way.Kind == MicroMovement.Translation,
        _ => way.IsFinishing && !turning.Contains(way.Track.Tooth.Id),
    };

    private static PreferenceEvidence MicroOrder(StagingPreferences wanted, MacroPattern pattern, ImmutableArray<WayTiming> ways)
    {
        const string name = "staging.microOrder";
        (WayTiming First, WayTiming Next)[] pairs = [.. InTurn(wanted, pattern, ways)];
        if (pairs.Length == 0)
            return Verdict.NotApplicable(name, NoOrder);
        (WayTiming first, WayTiming next) = pairs.MaxBy(p => p.First.Half - p.Next.Half);
        int broken = pairs.Count(p => p.First.Half > p.Next.Half + SlackStages);
        return Verdict.Judge(
            name,
            broken == 0,
            $"{pairs.Length - broken} of {pairs.Length} pairs in order; worst: tooth {next.Track.Tooth.Id}, {PreferenceOption.Text(first.Kind)} half done by stage "
                + $"{first.Half}, {PreferenceOption.Text(next.Kind)} by stage {next.Half}");
    }

    /// <summary>How far the first movement has gone by the end of the tray in which the next begins.</summary>
    private static PreferenceEvidence LeadShare(StagingPreferences wanted, MacroPattern pattern, ImmutableArray<WayTiming> ways)
    {
        const string name = "staging.microLeadShare";
        (WayTiming First, WayTiming Next, double Share)[] pairs =
            [.. InTurn(wanted, pattern, ways).Select(p => (p.First, p.Next, p.First.Share[p.Next.Start]))];
        if (pairs.Length == 0)
            return Verdict.NotApplicable(name, NoOrder);
        (WayTiming first, WayTiming next, double share) = pairs.MinBy(p => p.Share);
        int broken = pairs.Count(p => p.Share < wanted.MicroLeadShare - 0.005);
        return Verdict.Judge(
            name,
            broken == 0,
            $"{pairs.Length - broken} of {pairs.Length} pairs wait for {wanted.MicroLeadShare:P0}; least: tooth {next.Track.Tooth.Id}, "
                + $"{PreferenceOption.Text(next.Kind)} starts at stage {next.Start}, {PreferenceOption.Text(first.Kind)} has gone {share:P0}");
    }

    /// <summary>
    /// Movements of one tooth that follow each other in the order, neighbours in it. Root movement that waits for finishing has a phase of
    /// its own, a pattern that takes a tooth's movements apart has steps, and both go before the order within a tooth.
    /// </summary>
    private static IEnumerable<(WayTiming First, WayTiming Next)> InTurn(
        StagingPreferences wanted, MacroPattern pattern, ImmutableArray<WayTiming> all)
    {
        HashSet<ToothId> turning = Turning(all);
        ImmutableArray<WayTiming> ways = wanted.PhasesInOrder ? [.. all.Where(w => !Belongs(w, StagingPhase.Detail, turning))] : all;
        foreach (IEnumerable<WayTiming> step in ways.GroupBy(w => (w.Track.Tooth.Id, PatternConformance.StepOf(pattern, w))))
        {
            WayTiming[] own = [.. step.Where(w => wanted.MicroOrder.Contains(w.Kind)).OrderBy(w => wanted.MicroOrder.IndexOf(w.Kind))];
            foreach ((WayTiming first, WayTiming next) in own.Zip(own.Skip(1)).Where(p => p.First.Kind != p.Second.Kind))
                yield return (first, next);
        }
    }

    /// <summary>While a tooth turns, it and its neighbours stay clear of each other beyond what they had or IPR has freed.</summary>
    private static PreferenceEvidence SpaceBeforeRotation(PlanEvidence evidence, StagingPreferences wanted)
    {
        const string name = "staging.spaceBeforeRotation";
        if (!wanted.SpaceBeforeRotation)
            return Verdict.NotApplicable(name, "teeth may turn against each other");
        double busy = evidence.Plan.Preferences.Checks.BusyShare;
        var turning = evidence.Increments
            .Where(i => i.Uses.Any(u => u.Type == MovementType.Rotation && u.Share > busy))
            .Select(i => (i.Tooth.Id, i.Stage))
            .ToHashSet();
        if (turning.Count == 0)
            return Verdict.NotApplicable(name, "no tooth turns");
        (PairApproach Pair, int Stage, double Mm)[] tight =
        [
            .. from pair in evidence.Pairs
               where pair.SameJaw
               from k in Enumerable.Range(1, pair.DepthMm.Length - 1)
               where turning.Contains((pair.A, k)) || turning.Contains((pair.B, k))
               let mm = pair.DepthMm[k] - CollisionRuns.Allowance(evidence.Plan, pair, k)
               where PlanEvidence.IsOver(mm, evidence.Plan.Preferences.Checks.CollisionMm)
               select (pair, k, mm),
        ];
        if (tight.Length == 0)
            return Verdict.Obeyed(name, $"{turning.Count} turns of a tooth in a tray, each with the space for it");
        (PairApproach worst, int stage, double depth) = tight.MaxBy(t => t.Mm);
        return Verdict.Broken(name, $"teeth {worst.A} and {worst.B} turn {depth:0.00} mm into each other at stage {stage}");
    }

    private static PreferenceEvidence Tolerance(PlanEvidence evidence, StagingPreferences wanted)
    {
        const string name = "staging.collisionToleranceMm";
        (PairApproach Pair, int Stage, double Mm)[] all =
        [
            .. from pair in evidence.Pairs
               from k in Enumerable.Range(1, pair.DepthMm.Length - 1)
               select (pair, k, pair.DepthMm[k] - CollisionRuns.Allowance(evidence.Plan, pair, k)),
        ];
        if (all.Length == 0)
            return Verdict.NotApplicable(name, "no two teeth come near each other");
        (PairApproach worst, int stage, double mm) = all.MaxBy(a => a.Mm);
        return Verdict.Judge(
            name,
            mm <= wanted.CollisionToleranceMm + MeasuredToMm,
            $"most: {Math.Max(0, mm):0.00} of {wanted.CollisionToleranceMm:0.##} mm (measured to {MeasuredToMm} mm) between {worst.A} and {worst.B}, stage {stage}");
    }
}
