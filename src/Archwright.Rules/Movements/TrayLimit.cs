using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Holds every tray's movement against one row of the table of limits; what the MOV rules of speed share.</summary>
internal static class TrayLimit
{
    /// <summary>The source of the user's table.</summary>
    public const string UserTable = "requirements.csv VEL-08 … VEL-14 (the user's table)";

    /// <summary>
    /// A finding for each tooth and unbroken run of trays in which a limit that <paramref name="covers"/> is exceeded, at the tray
    /// that exceeds it most.
    /// </summary>
    /// <param name="info">The rule.</param>
    /// <param name="evidence">The plan as measured.</param>
    /// <param name="movement">The movement as a noun: "crown tipping".</param>
    /// <param name="covers">True for the limits that are this rule's row.</param>
    public static IEnumerable<Finding> Over(
        RuleInfo info, PlanEvidence evidence, string movement, Func<ToothId, LimitUse, bool> covers)
    {
        var run = new List<(ToothId Tooth, int Stage, LimitUse Use)>();
        foreach (ToothIncrement increment in evidence.Increments)
        {
            ToothId tooth = increment.Tooth.Id;
            foreach (LimitUse use in increment.Uses)
            {
                if (!covers(tooth, use) || !PlanEvidence.IsOver(use.Measured, use.Limit))
                    continue;
                if (run.Count > 0 && (run[^1].Tooth != tooth || increment.Stage > run[^1].Stage + 1))
                {
                    yield return Describe(info, movement, run);
                    run.Clear();
                }

                run.Add((tooth, increment.Stage, use));
            }
        }

        if (run.Count > 0)
            yield return Describe(info, movement, run);
    }

    private static Finding Describe(RuleInfo info, string movement, List<(ToothId Tooth, int Stage, LimitUse Use)> run)
    {
        (ToothId tooth, int stage, LimitUse use) = run.MaxBy(r => r.Use.Share);
        string unit = use.Unit == "deg" ? "°" : " mm";
        string when = run[0].Stage == run[^1].Stage
            ? $"stage {stage}"
            : $"stages {run[0].Stage}–{run[^1].Stage}, most at {stage}";
        return info.Finding(
            $"Tooth {tooth}, {when}: {movement} of {RuleInfo.Text(use.Measured)}{unit} in one tray; the limit is "
                + $"{RuleInfo.Text(use.Limit)}{unit}.",
            tooth,
            stage: stage,
            measured: use.Measured,
            limit: use.Limit,
            unit: use.Unit);
    }
}
