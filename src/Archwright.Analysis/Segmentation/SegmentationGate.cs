using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// The production gate: what is doubtful is named and held back instead of guessed. Teeth by their <see cref="ToothRisk"/>, fitted on
/// synthetic arches; the other limits are engineering defaults set by hand. What it lets through and holds back: docs/algorithms/segmentation.md.
/// </summary>
internal static class SegmentationGate
{
    // lets 2 % of the teeth of changed synthetic arches through wrong (bench: gate-fit)
    private const double MostRisk = 0.08;
    private const double LeastJaw = 0.9;
    private const double LargeLeftOutMm2 = 30;
    private const double WidestCrestErrorMm = 2.6;

    /// <summary>Doubts, the arch's first, then tooth by tooth; for a confirmed tooth a person stands.</summary>
    public static IEnumerable<Problem> Doubts(
        ArchPose pose, Jaw jaw, double jawShare, bool isGuessed, IReadOnlyList<SegmentedTooth> teeth, IReadOnlyList<SolvedTooth> solved,
        IEnumerable<ToothCluster> leftOut, ToothId[] confirmed)
    {
        if (pose.CrestErrorMm > WidestCrestErrorMm)
            yield return Doubt("segment-odd-arch", $"the crest lies {pose.CrestErrorMm:0.0} mm off an arch's course", "scan", pose.CrestErrorMm, WidestCrestErrorMm, "mm");
        if (isGuessed && jawShare < LeastJaw)
            yield return Doubt("segment-jaw-unsure", $"the jaw is only {jawShare:0 %} sure: give --jaw", "scan", jawShare, LeastJaw);
        if (!isGuessed && jawShare < 1 - LeastJaw)
        {
            yield return Doubt(
                "segment-jaw-contradicts", $"it is called the {Name(jaw)} jaw, but {1 - jawShare:0 %} of the evidence says the other one", "scan", jawShare, 1 - LeastJaw);
        }

        foreach (ToothCluster cluster in leftOut.Where(c => c.AreaMm2 * c.Relief > LargeLeftOutMm2))
        {
            yield return Doubt(
                "segment-part-left-out",
                $"{cluster.AreaMm2:0} mm² look like a tooth that fits nowhere in the row",
                Nearest(solved, cluster) is { } next ? $"tooth {next}" : "scan",
                cluster.AreaMm2,
                LargeLeftOutMm2,
                "mm²");
        }

        foreach (Problem doubt in OfTeeth(teeth, confirmed))
            yield return doubt;
    }

    /// <summary>Doubts of teeth alone, which is all there is to judge where labels were given.</summary>
    public static IEnumerable<Problem> OfTeeth(IReadOnlyList<SegmentedTooth> teeth, ToothId[] confirmed)
    {
        foreach (SegmentedTooth tooth in teeth.Where(t => !confirmed.Contains(t.Id)))
        {
            if (tooth.Unknown is { } unknown)
            {
                yield return NotKnown(tooth, unknown);
                continue;
            }

            // how much surface a sound crown shows does not judge one that a person knows to be none
            (double risk, RiskCause cause) = ToothRisk.Of(tooth, teeth);
            double least = tooth.Unsound is null ? LeastAreaMm2(tooth.Id) : 0;
            if (risk > MostRisk)
                yield return Risky(tooth, risk, cause);
            else if (tooth.AreaMm2 < least)
                yield return Doubt("segment-tooth-small", $"{tooth.Id} shows {tooth.AreaMm2:0} mm² of surface only", $"tooth {tooth.Id}", tooth.AreaMm2, least, "mm²");
        }
    }

    private static Problem NotKnown(SegmentedTooth tooth, UnknownTooth unknown)
    {
        string between = string.Join(" and ", unknown.Between.Where(b => b != 0).Select(b => ToothId.FromFdi(b).ToString()));
        string where = unknown.Between.Contains(0) ? $"at the end of the row beside {between}" : $"between {between}";
        return Doubt(
            "segment-tooth-unknown",
            $"what stands {where} is unknown ({tooth.Id} by its place): {What(unknown.Reason)} {unknown.MeasuredMm:0.0} mm " +
            $"where {unknown.ExpectedMm:0.0} ± {unknown.DeviationMm:0.0} is expected " +
            $"of a sound {tooth.Id} (published size of its number, in the size of this arch's other crowns); " +
            $"{unknown.Confidence:0 %} sure that the crown is ground, broken or none",
            $"tooth {tooth.Id}",
            unknown.MeasuredMm,
            unknown.ExpectedMm,
            "mm");
    }

    private static string What(UnknownReason reason) => reason switch
    {
        UnknownReason.CrownShort => "crown height",
        UnknownReason.CrownNarrow => "crown width",
        UnknownReason.MesialPartMissing => "height of its mesial part",
        UnknownReason.DistalPartMissing => "height of its distal part",
        UnknownReason.FacialPartMissing => "height of its facial part",
        _ => "height of its lingual part",
    };

    private static Problem Risky(SegmentedTooth tooth, double risk, RiskCause cause)
    {
        (string code, string message) = cause switch
        {
            RiskCause.Number => ("segment-number-unsure", $"the number {tooth.Id} is only {tooth.Confidence:0 %} sure"),
            RiskCause.Border => ("segment-border-unsure", $"the border of {tooth.Id} is only {tooth.BorderConfidence:0 %} sure{Weakest(tooth)}"),
            RiskCause.Large => ("segment-tooth-large", $"{tooth.Id} shows {tooth.AreaMm2:0} mm² of surface, much for its number in this arch"),
            _ => ("segment-tooth-small", $"{tooth.Id} shows {tooth.AreaMm2:0} mm² of surface, little for its number in this arch"),
        };
        return Doubt(code, $"{message}; the risk that it is wrong is {risk:0 %}", $"tooth {tooth.Id}", risk, MostRisk);
    }

    private static ToothId? Nearest(IReadOnlyList<SolvedTooth> solved, ToothCluster cluster) =>
        solved.Where(t => !t.IsGone).MinBy(t => Vec3.Distance(t.Center with { Z = 0 }, cluster.Center with { Z = 0 }))?.Id;

    private static string Weakest(SegmentedTooth tooth) => tooth.Borders.MinBy(b => b.Confidence) is not { } weakest
        ? ""
        : $", least towards {(weakest.Towards == 0 ? "the gingiva" : ToothId.FromFdi(weakest.Towards))} ({weakest.Confidence:0 %})";

    private static string Name(Jaw jaw) => jaw == Jaw.Upper ? "upper" : "lower";

    /// <summary>Half of a cylinder's mantle of the norm's width and half the crown's height.</summary>
    public static double LeastAreaMm2(ToothId id)
    {
        ToothNorms norms = ToothNorms.Of(id);
        return 0.5 * (norms.MesiodistalMm + norms.BuccolingualMm) * norms.CrownHeightMm * 0.5;
    }

    private static Problem Doubt(string code, string message, string where, double measured, double limit, string? unit = null) =>
        Problem.Warning(code, message, where, measured, limit, unit);
}
