using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Holds every tray's movement against one row of the table of limits; what the MOV rules of speed share.</summary>
internal static class TrayLimit
{
    /// <summary>The source of the user's table.</summary>
    public const string UserTable = "requirements.csv VEL-08 … VEL-14 (the user's table)";

    /// <summary>A finding for each tray and tooth in which a limit that <paramref name="covers"/> is exceeded.</summary>
    /// <param name="info">The rule.</param>
    /// <param name="evidence">The plan as measured.</param>
    /// <param name="movement">The movement as a noun: "crown tipping".</param>
    /// <param name="covers">True for the limits that are this rule's row.</param>
    public static IEnumerable<Finding> Over(
        RuleInfo info, PlanEvidence evidence, string movement, Func<ToothId, LimitUse, bool> covers)
    {
        foreach (ToothIncrement increment in evidence.Increments)
        {
            ToothId tooth = increment.Tooth.Id;
            foreach (LimitUse use in increment.Uses)
            {
                if (!covers(tooth, use) || !PlanEvidence.IsOver(use.Measured, use.Limit))
                    continue;
                string unit = use.Unit == "deg" ? "°" : " mm";
                yield return info.Finding(
                    $"Tooth {tooth}, stage {increment.Stage}: {movement} of {RuleInfo.Text(use.Measured)}{unit} in one tray; "
                        + $"the limit is {RuleInfo.Text(use.Limit)}{unit}.",
                    tooth,
                    stage: increment.Stage,
                    measured: use.Measured,
                    limit: use.Limit,
                    unit: use.Unit);
            }
        }
    }
}
