using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Trays follow each other so fast that their limits add up to more than a month of biology.</summary>
public sealed class MonthlyRateTooHigh : IRule
{
    private const double DaysPerMonth = 365.25 / 12;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV013",
        nameof(MonthlyRateTooHigh),
        "movement",
        FindingSeverity.Warning,
        "The linear limit per tray times the trays a month (by the shortest wear of the plan) stays within the biological rate.",
        ["VEL-01", "VEL-22"],
        "user",
        ["requirements.csv VEL-01 (about 1 mm a month)"],
        "Weekly and two-weekly changes of aligners expressed alike in one study of 0.5 mm a fortnight (clinical.md 1.1, Drake, S); "
            + "O'Connor 2024 found weekly changes less accurate (S).")
    {
        Options = ["velocity.linearMm", "wear.perTrayDays", "checks.monthlyRateMm"],
        RootCause = RootCause.Biological,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        int[] worn = [.. plan.WearDays.Skip(1).Where(d => d > 0)];
        if (worn.Length == 0 || evidence.Increments.IsEmpty)
            yield break;
        int days = worn.Min();
        double rate = plan.Preferences.Velocity.LinearMm * DaysPerMonth / days;
        double limit = plan.Preferences.Checks.MonthlyRateMm;
        if (PlanEvidence.IsOver(rate, limit))
        {
            yield return Info.Finding(
                $"{RuleInfo.Text(plan.Preferences.Velocity.LinearMm)} mm a tray, changed every {days} days, is {RuleInfo.Text(rate)} mm a "
                    + $"month; biology averages {RuleInfo.Text(limit)} mm.",
                measured: rate,
                limit: limit,
                unit: "mm/month");
        }
    }
}
