using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Anchorage: how far anchors give way, what a stage asks of the teeth that stand, whether molars wait (ANC-02, ANC-03).</summary>
internal static class AnchorageConformance
{
    // turned back by less nobody can tell (clinical.md 1.1, Grünheid 2017); half of what a tray may extrude
    private const double AlignedDeg = 2;
    private const double LevelMm = 0.25;

    /// <summary>Ratios above this say the same: nothing stands.</summary>
    internal const double RatioMost = 99;

    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence)
    {
        AnchoragePreferences wanted = evidence.Plan.Preferences.Anchorage;
        yield return Anchors(evidence, wanted);
        yield return Reaction(evidence, wanted);
        yield return Molars(evidence, wanted);
    }

    /// <summary>Anchors are the teeth the strategy's groups name; how far they move is read from their poses.</summary>
    private static PreferenceEvidence Anchors(PlanEvidence evidence, AnchoragePreferences wanted)
    {
        const string name = "anchorage.anchorMovementMaxMm";
        (double Mm, ToothId Tooth, PlanGroup? Group, int Stage) most = default;
        foreach (PlanGroup group in (evidence.Plan.Strategy?.Groups ?? []).Where(g => g.Role == GroupRole.Anchor))
        {
            foreach (ToothTrack track in evidence.Tracks.Where(t => group.Teeth.Contains(t.Tooth.Id.Fdi)))
            {
                Geometry.Vec3 point = track.Tooth.Landmarks.OcclusalPoint;
                int from = Math.Max(0, group.From - 1);
                for (int k = group.From; k <= Math.Min(group.To, track.StageCount - 1); k++)
                {
                    double mm = Geometry.Vec3.Distance(track.Poses[k].Apply(point), track.Poses[from].Apply(point));
                    if (most.Group is null || mm > most.Mm)
                        most = (mm, track.Tooth.Id, group, k);
                }
            }
        }

        return most.Group is null
            ? Verdict.NotApplicable(name, "no group of the plan is an anchor")
            : Verdict.Judge(
                name,
                !PlanEvidence.IsOver(most.Mm, wanted.AnchorMovementMaxMm),
                $"most: {most.Mm:0.00} of {wanted.AnchorMovementMaxMm:0.##} mm at {most.Tooth}, stage {most.Stage}, anchor of stages {most.Group.From}–{most.Group.To}");
    }

    private static PreferenceEvidence Reaction(PlanEvidence evidence, AnchoragePreferences wanted)
    {
        const string name = "anchorage.reactionRatioMax";
        (Jaw jaw, int stage, double most) = MostReaction(evidence);
        return stage == 0
            ? Verdict.NotApplicable(name, "no tooth moves")
            : Verdict.Judge(
                name,
                !PlanEvidence.IsOver(most, wanted.ReactionRatioMax),
                $"most: {Math.Min(most, RatioMost):0.00} of {wanted.ReactionRatioMax:0.##} in the {(jaw == Jaw.Upper ? "upper" : "lower")} arch, stage {stage}");
    }

    /// <summary>The stage that asks most of the teeth that stand; stage 0 where no tooth moves.</summary>
    internal static (Jaw Jaw, int Stage, double Ratio) MostReaction(PlanEvidence evidence)
    {
        (Jaw Jaw, int Stage, double Ratio) most = (Jaw.Upper, 0, -1);
        foreach (IGrouping<(Jaw, int), ToothIncrement> stage in evidence.Increments.GroupBy(i => (i.Tooth.Id.Jaw, i.Stage)))
        {
            double ratio = ReactionRatio(evidence, stage.Key.Item1, stage, 0);
            if (ratio > most.Ratio)
                most = (stage.Key.Item1, stage.Key.Item2, ratio);
        }

        return most;
    }

    /// <summary>Root surface of what moves in a jaw over root surface of what stands, and of what helps it from the other jaw, mm².</summary>
    internal static double ReactionRatio(PlanEvidence evidence, Jaw jaw, IEnumerable<ToothIncrement> moving, double helpingMm2)
    {
        double all = evidence.Tracks.Where(t => t.Tooth.Id.Jaw == jaw).Sum(t => RootSurface.Mm2(t.Tooth.Id));
        return AnchorageReaction.Ratio(moving.Sum(i => AnchorageReaction.MovingMm2(i.Tooth.Id, i.Uses.Max(u => u.Share))), all + helpingMm2);
    }

    private static PreferenceEvidence Molars(PlanEvidence evidence, AnchoragePreferences wanted)
    {
        const string name = "anchorage.holdMolarsWhileAligning";
        if (!wanted.HoldMolarsWhileAligning)
            return Verdict.NotApplicable(name, "molars may move along");
        ToothIncrement? first = null;
        // in sequential distalisation the upper molars lead: there is nothing to hold them for
        bool upperLead = PatternConformance.InForce(evidence.Plan) == MacroPattern.SequentialDistalisation;
        foreach (Jaw jaw in upperLead ? new[] { Jaw.Lower } : [Jaw.Upper, Jaw.Lower])
        {
            first = evidence.Increments.Where(i => i.Tooth.Id.Jaw == jaw && i.Tooth.Id.Class == ToothClass.Molar).MinBy(i => i.Stage);
            if (first is null)
                continue;
            ToothTrack? unaligned = evidence.Tracks.FirstOrDefault(t =>
                t.Tooth.Id.Jaw == jaw && t.Tooth.Id.Class != ToothClass.Molar && IsUnaligned(t, first.Stage - 1));
            if (unaligned is not null)
            {
                Movement left = Left(unaligned, first.Stage - 1);
                return Verdict.Broken(
                    name,
                    $"{first.Tooth.Id} moves at stage {first.Stage}, when {unaligned.Tooth.Id} has {Math.Abs(left.RotationDeg):0.0}° and "
                        + $"{Math.Abs(left.ExtrusionMm):0.00} mm of alignment left");
            }
        }

        return Verdict.Obeyed(name, first is null ? "no molar moves" : $"first to move: {first.Tooth.Id} at stage {first.Stage}, the teeth in front are aligned");
    }

    private static bool IsUnaligned(ToothTrack track, int stage)
    {
        Movement left = Left(track, stage);
        return Math.Abs(left.RotationDeg) > AlignedDeg || Math.Abs(left.ExtrusionMm) > LevelMm;
    }

    private static Movement Left(ToothTrack track, int stage) => Movement.Between(track.Tooth, track.Poses[stage], track.Poses[^1]);
}
