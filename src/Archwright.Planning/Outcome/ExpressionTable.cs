using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>
/// Mean and standard deviation of expression (achieved over programmed, first series, no refinement) by movement and tooth class.
/// Source: engineering default, no clinical source of its own: the values of clinical.md 1.6 (D), which are judged from the published
/// figures of clinical.md 1.1–1.4, times the factors that docs/calibration.md derives where the values miss a published aggregate.
/// </summary>
internal static class ExpressionTable
{
    // columns: U1 U2 U3 U4/5 U6 U7, L1 L2 L3 L4/5 L6 L7; incisors have no rows of their own for expansion and distalisation
    private static readonly double[][] Means =
    [
        [.60, .60, .58, .65, .60, .40, .70, .70, .62, .65, .60, .40],
        [.42, .42, .40, .40, .40, .25, .45, .45, .40, .40, .35, .25],
        [.65, .60, .50, .70, .60, .50, .60, .55, .45, .70, .55, .45],
        [.65, .55, .45, .50, .60, .40, .70, .65, .48, .45, .45, .40],
        [.40, .40, .45, .50, .50, .40, .42, .42, .45, .50, .45, .40],
        [.35, .40, .40, .45, .35, .30, .35, .40, .40, .45, .35, .30],
        [.60, .60, .74, .79, .68, .50, .70, .70, .80, .80, .75, .55],
        [.65, .60, .60, .60, .60, .55, .60, .55, .50, .50, .45, .40],
    ];

    private static readonly double[][] Deviations =
    [
        [.20, .20, .20, .20, .20, .25, .20, .20, .20, .20, .20, .25],
        [.20, .20, .22, .22, .25, .25, .22, .22, .22, .22, .25, .25],
        [.20, .20, .22, .20, .20, .25, .20, .20, .22, .20, .22, .25],
        [.20, .22, .25, .27, .25, .25, .18, .20, .25, .27, .25, .25],
        [.20, .20, .20, .22, .25, .25, .20, .20, .20, .22, .25, .25],
        [.25, .25, .25, .25, .25, .25, .25, .25, .25, .25, .25, .25],
        [.20, .20, .18, .18, .22, .28, .20, .20, .18, .18, .22, .28],
        [.20, .20, .22, .22, .22, .22, .20, .20, .25, .25, .25, .25],
    ];

    /// <summary>Factor on a row's means, from docs/calibration.md; 1 where the values meet the published aggregates as they are.</summary>
    private static readonly double[] Calibration = [1, 1, 1, 1, 1, 1, 1, 1];

    /// <summary>Mean and standard deviation for a permanent tooth; third molars have the second molars' (they are never assessed).</summary>
    public static (double Mean, double Deviation) Of(ExpressionRow row, ToothId tooth)
    {
        int column = (tooth.Jaw == Jaw.Upper ? 0 : 6) + tooth.Position switch { <= 4 => tooth.Position - 1, 5 => 3, 6 => 4, _ => 5 };
        return (Means[(int)row][column] * Calibration[(int)row], Deviations[(int)row][column]);
    }
}
