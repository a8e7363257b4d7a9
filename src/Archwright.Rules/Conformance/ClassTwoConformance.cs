using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>
/// Class II protocols, from the way of the upper teeth (ANC-01, ANC-04, ANC-05): a side is corrected where its molars stand in
/// Class II and come nearer to Class I.
/// </summary>
internal static class ClassTwoConformance
{
    // Class II from half of a measurable change on; a tooth goes distally from here on (below 0.2 mm a scan cannot tell)
    private const double ClassTwoMm = 1;
    private const double CorrectedMm = 0.5;
    private const double DistalMm = 0.2;
    private const double StartedMm = 0.02;

    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        ClassTwoPreferences wanted = plan.Preferences.ClassTwo;
        ImmutableArray<Side> sides = IsOrdered(plan) ? [.. Sides(evidence)] : [];
        (int Stage, double Mm)? jump = Jump(evidence);
        yield return Strategy(plan, wanted, sides, jump);
        yield return InTurn(wanted, sides);
        yield return Most(evidence, wanted);
        yield return Elastics(plan, wanted, sides);
        yield return jump is null
            ? Verdict.NotApplicable("classTwo.biteJumpReason", "no stage moves a whole lower arch forward at once")
            : Verdict.Judge(
                "classTwo.biteJumpReason",
                !string.IsNullOrWhiteSpace(wanted.BiteJumpReason),
                $"the lower arch jumps {jump.Value.Mm:0.0} mm at stage {jump.Value.Stage}; reason: {(wanted.BiteJumpReason.Length > 0 ? wanted.BiteJumpReason : "none")} (ANC-04)");
    }

    private static PreferenceEvidence Strategy(
        PlanView plan, ClassTwoPreferences wanted, ImmutableArray<Side> sides, (int Stage, double Mm)? jump)
    {
        const string name = "classTwo.strategy";
        if (jump is { } j && wanted.Strategy != ClassTwoStrategy.BiteJump)
            return Verdict.Broken(name, $"the lower arch jumps {j.Mm:0.0} mm at stage {j.Stage}, and {PreferenceOption.Text(wanted.Strategy)} is wanted (ANC-04)");
        if (sides.IsEmpty)
            return Verdict.NotApplicable(name, Nothing(plan));
        string what = string.Join("; ", sides.Select(s => s.Words));
        switch (wanted.Strategy)
        {
            case ClassTwoStrategy.None:
                return Verdict.Broken(name, $"the class is to be kept: {what}");
            case ClassTwoStrategy.Elastics:
                return Verdict.Judge(name, HasElastics(plan), $"{what}; elastics {(HasElastics(plan) ? "are" : "are not")} planned");
            case ClassTwoStrategy.BiteJump:
                return Verdict.Judge(name, jump is not null, $"{what}; {(jump is null ? "no stage moves the lower arch forward at once" : $"jump at stage {jump.Value.Stage}")}");
            default:
                Side? outOfTurn = sides.FirstOrDefault(s => s.Chain.Zip(s.Chain.Skip(1)).Any(p => p.Second.Start < p.First.Start));
                return outOfTurn is null
                    ? Verdict.Obeyed(name, $"{what}; distal starts: {string.Join("; ", sides.Select(s => s.Starts))}")
                    : Verdict.Broken(name, $"a tooth goes distally before the one behind it: {outOfTurn.Starts}");
        }
    }

    private static PreferenceEvidence InTurn(ClassTwoPreferences wanted, ImmutableArray<Side> sides)
    {
        const string name = "classTwo.nextStartsAtShare";
        var pairs = sides
            .SelectMany(s => s.Chain.Zip(s.Chain.Skip(1)))
            .Select(p => (Behind: p.First, Next: p.Second, Share: p.First.ShareAt(p.Second.Start)))
            .ToList();
        if (wanted.Strategy != ClassTwoStrategy.SequentialDistalisation || pairs.Count == 0)
            return Verdict.NotApplicable(name, "no two teeth of a side go distally one after the other");
        (DistalTooth behind, DistalTooth next, double share) = pairs.MinBy(p => p.Share);
        return Verdict.Judge(
            name,
            share >= wanted.NextStartsAtShare - 0.005,
            $"least: {next.Id} starts at stage {next.Start}, when {behind.Id} has gone {share:P0} of {behind.WayMm:0.0} mm; wanted {wanted.NextStartsAtShare:P0}");
    }

    private static PreferenceEvidence Most(PlanEvidence evidence, ClassTwoPreferences wanted)
    {
        const string name = "classTwo.distalisationMaxMm";
        DistalTooth? most = evidence.Tracks
            .Where(t => t.Tooth.Id.Jaw == Jaw.Upper && t.Tooth.Id.Class == ToothClass.Molar)
            .Select(DistalTooth.Of)
            .Where(d => d.WayMm >= DistalMm)
            .MaxBy(d => d.WayMm);
        return most is null
            ? Verdict.NotApplicable(name, $"no upper molar goes distally by {DistalMm} mm")
            : Verdict.Judge(
                name, !PlanEvidence.IsOver(most.WayMm, wanted.DistalisationMaxMm), $"most: {most.WayMm:0.00} of {wanted.DistalisationMaxMm:0.##} mm at {most.Id}");
    }

    private static PreferenceEvidence Elastics(PlanView plan, ClassTwoPreferences wanted, ImmutableArray<Side> sides)
    {
        const string name = "classTwo.elastics";
        PlanAuxiliary? elastics = ClassTwoElastics(plan).MinBy(a => a.From);
        if (!wanted.Elastics)
        {
            return elastics is null
                ? Verdict.Obeyed(name, "no Class II elastics are planned")
                : Verdict.Broken(name, $"no elastics are wanted; {elastics.Type} on {elastics.Fdi} from stage {elastics.From} on");
        }

        if (sides.IsEmpty)
            return Verdict.NotApplicable(name, Nothing(plan));
        int start = sides.SelectMany(s => s.Chain).Select(d => d.Start).DefaultIfEmpty(1).Min();
        return elastics is null
            ? Verdict.Broken(name, $"the correction starts at stage {start}, and no Class II elastics are planned")
            : Verdict.Judge(name, elastics.From <= start, $"{elastics.Type} on {elastics.Fdi} from stage {elastics.From} on; the correction starts at stage {start}");
    }

    /// <summary>True unless the case leaves the class as it is: then the teeth may drift a little, and no protocol is at work.</summary>
    private static bool IsOrdered(PlanView plan) =>
        plan.Patient.Objectives.CanineClass is "I" or "III" || plan.Strategy is not { ClassTwo: ClassTwoStrategy.None };

    private static string Nothing(PlanView plan) =>
        IsOrdered(plan) ? "no side in Class II is brought nearer to Class I" : "no correction of class is ordered";

    /// <summary>Sides in Class II whose molars come nearer to Class I, with the upper teeth that go distally there, the hindmost first.</summary>
    private static IEnumerable<Side> Sides(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        if (!plan.HasBite)
            yield break;
        OcclusionMeasures before = PlannedArches.At(plan, 0).Bite();
        OcclusionMeasures after = PlannedArches.At(plan, plan.Stages.Length - 1).Bite();
        foreach ((bool isRight, double? from, double? to) in new[]
        {
            (true, before.MolarRightMm, after.MolarRightMm), (false, before.MolarLeftMm, after.MolarLeftMm),
        })
        {
            if (from is not { } start || to is not { } end || start < ClassTwoMm || start - end < CorrectedMm)
                continue;
            ImmutableArray<DistalTooth> chain =
            [
                .. evidence.Tracks
                    .Where(t => t.Tooth.Id.Jaw == Jaw.Upper && t.Tooth.Id.IsRight == isRight && t.Tooth.Id.Position is >= 3 and <= 7)
                    .OrderByDescending(t => t.Tooth.Id.Position)
                    .Select(DistalTooth.Of)
                    .Where(d => d.WayMm >= DistalMm),
            ];
            yield return new Side($"molars {(isRight ? "right" : "left")} go from {start:0.0} to {end:0.0} mm of Class II", chain);
        }
    }

    /// <summary>The stage in which all lower teeth go forward alike by more than a tray can ask; null where there is none.</summary>
    private static (int Stage, double Mm)? Jump(PlanEvidence evidence)
    {
        ToothTrack[] lower = [.. evidence.Tracks.Where(t => t.Tooth.Id.Jaw == Jaw.Lower)];
        double most = 2 * evidence.Plan.Preferences.Velocity.LinearMm;
        for (int k = 1; lower.Length > 3 && k < evidence.Plan.Stages.Length; k++)
        {
            Vec3[] steps = [.. lower.Select(t => t.Poses[k].Apply(t.Tooth.Landmarks.OcclusalPoint) - t.Poses[k - 1].Apply(t.Tooth.Landmarks.OcclusalPoint))];
            Vec3 mean = steps.Aggregate(Vec3.Zero, (a, b) => a + b) * (1.0 / steps.Length);
            if (mean.Length > most && steps.All(s => (s - mean).Length < 0.25 * mean.Length))
                return (k, mean.Length);
        }

        return null;
    }

    private static bool HasElastics(PlanView plan) => ClassTwoElastics(plan).Any();

    private static IEnumerable<PlanAuxiliary> ClassTwoElastics(PlanView plan) => plan.Auxiliaries.Where(a =>
        a.Type.Contains("elastic", StringComparison.OrdinalIgnoreCase) && !a.Type.Contains("extrusion", StringComparison.OrdinalIgnoreCase));

    private sealed record Side(string Words, ImmutableArray<DistalTooth> Chain)
    {
        public string Starts => Chain.IsEmpty ? "none" : string.Join(", ", Chain.Select(d => $"{d.Id} at {d.Start}"));
    }

    /// <summary>An upper tooth on its way distally.</summary>
    private sealed record DistalTooth(ToothId Id, double WayMm, int Start, ImmutableArray<double> DistalMm)
    {
        public static DistalTooth Of(ToothTrack track)
        {
            ImmutableArray<double> distal = [.. track.FromStart.Select(m => -m.MesialMm)];
            int start = Enumerable.Range(0, distal.Length).FirstOrDefault(k => distal[k] > StartedMm);
            return new DistalTooth(track.Tooth.Id, distal.Max(), start, distal);
        }

        /// <summary>Share of its way gone by the end of the tray in which another starts.</summary>
        public double ShareAt(int stage) => WayMm <= 0 ? 1 : DistalMm[stage] / WayMm;
    }
}
