using Archwright.Dental;

namespace Archwright.Analysis;

/// <summary>
/// How likely a found tooth is wrong: its number, or less than seven tenths of overlap. Method: logistic regression on how sure number
/// and border are and on how much larger or smaller the crown is than its number's, against the other teeth of the arch. Fitted on
/// 844 teeth of changed synthetic arches alone (bench: <c>gate-fit 0 30</c>, which also prints how often teeth of each risk were wrong). Known limit: what no
/// made arch has (milk teeth, stumps) it does not know.
/// </summary>
internal static class ToothRisk
{
    private const double MostNumberLogit = 6;
    private const double FreeSize = 0.15;
    private const double SeenOfMantle = 0.6;

    // constant, number, border, large, small
    private static readonly double[] Weights = [2.20, -0.33, -5.70, 12.24, 8.99];
    private static readonly double[] Faultless = [1, MostNumberLogit, 1, 0, 0];

    /// <summary>The risk, 0–1, and what most of it comes from.</summary>
    /// <param name="tooth">The tooth.</param>
    /// <param name="arch">All teeth of its arch.</param>
    public static (double Risk, RiskCause Cause) Of(SegmentedTooth tooth, IReadOnlyList<SegmentedTooth> arch)
    {
        double[] evidence = Evidence(tooth, arch);
        double odds = evidence.Zip(Weights, (e, w) => e * w).Sum();
        int worst = Enumerable.Range(1, Weights.Length - 1).MaxBy(i => Weights[i] * (evidence[i] - Faultless[i]));
        return (1 / (1 + Math.Exp(-odds)), (RiskCause)(worst - 1));
    }

    /// <summary>
    /// What the risk is judged by: 1, log odds of the number, confidence of the border, logarithms by which the crown is too large and too
    /// small, which one that is known to be no sound crown may be.
    /// </summary>
    /// <param name="tooth">The tooth.</param>
    /// <param name="arch">All teeth of its arch.</param>
    public static double[] Evidence(SegmentedTooth tooth, IReadOnlyList<SegmentedTooth> arch)
    {
        double sure = Math.Clamp(tooth.Confidence, 1e-4, 0.999);
        double[] sizes = [.. arch.Select(Size).Order()];
        double size = Size(tooth) - sizes[sizes.Length / 2];
        return
        [
            1,
            Math.Min(Math.Log(sure / (1 - sure)), MostNumberLogit),
            tooth.BorderConfidence,
            Math.Max(0, size - FreeSize),
            tooth.Unsound is null ? Math.Max(0, -size - FreeSize) : 0,
        ];
    }

    /// <summary>What a crown shows: most of a cylinder's mantle, and behind the front teeth its top.</summary>
    public static double ExpectedAreaMm2(ToothId id)
    {
        ToothNorms norms = ToothNorms.Of(id);
        double mantle = Math.PI * 0.5 * (norms.MesiodistalMm + norms.BuccolingualMm) * norms.CrownHeightMm;
        double top = id.IsAnterior ? 0 : Math.PI / 4 * norms.MesiodistalMm * norms.BuccolingualMm;
        return (SeenOfMantle * mantle) + top;
    }

    private static double Size(SegmentedTooth tooth) => Math.Log(Math.Max(tooth.AreaMm2, 1) / ExpectedAreaMm2(tooth.Id));
}
