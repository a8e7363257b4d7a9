namespace Archwright.Dental;

/// <summary>
/// What one tray asks of the teeth of a jaw that stand (<see cref="AnchoragePreferences.ReactionRatioMax"/>): root surface that moves over root
/// surface that stands, mm² over mm². A tooth at half of its limit half moves and half stands, so that no threshold tells the one from the
/// other. The one definition: planning keeps to it, rules judge by it. Source: engineering default; that resistance goes with root surface
/// is by judgement (clinical.md 4.5).
/// </summary>
public static class AnchorageReaction
{
    /// <summary>Less than this stands nowhere: keeps the ratio finite, mm².</summary>
    private const double LeastStandingMm2 = 1;

    /// <summary>Root surface of a tooth that moves, mm²: all of it at its limit.</summary>
    /// <param name="tooth">The tooth.</param>
    /// <param name="limitShare">The greatest share of a limit its step uses, 0–1; more counts as 1.</param>
    public static double MovingMm2(ToothId tooth, double limitShare) => RootSurface.Mm2(tooth) * Math.Min(1, limitShare);

    /// <summary>Root surface that moves over root surface that stands.</summary>
    /// <param name="movingMm2">Sum of <see cref="MovingMm2"/> over the jaw's teeth.</param>
    /// <param name="allMm2">Root surface of all teeth that move or hold.</param>
    public static double Ratio(double movingMm2, double allMm2) => movingMm2 / Math.Max(allMm2 - movingMm2, LeastStandingMm2);

    /// <summary>The root surface that may move at a ratio, mm².</summary>
    /// <param name="ratioMost">The greatest ratio.</param>
    /// <param name="allMm2">Root surface of all teeth that move or hold.</param>
    public static double MostMovingMm2(double ratioMost, double allMm2) => allMm2 * ratioMost / (1 + ratioMost);
}
