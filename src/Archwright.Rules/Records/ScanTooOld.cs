using System.Globalization;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Teeth may have moved since they were scanned.</summary>
public sealed class ScanTooOld : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC015",
        nameof(ScanTooOld),
        "records",
        FindingSeverity.Warning,
        "When the case was handed in, its scans were no older than the limit.",
        ["REC-07", "REC-11"],
        "D",
        ["clinical.md 6.1 (D): scan age at most three months; engineering default, no clinical source"],
        "How fast teeth drift differs: after an extraction or without a retainer weeks may matter.")
    {
        Options = ["checks.scanAgeDays"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.ScanAgeDays;
        if (RecordGate.Of(evidence) is not { Submitted: { } submitted, Scanned: { } scanned })
            yield break;
        int days = submitted.DayNumber - scanned.DayNumber;
        if (PlanEvidence.IsOver(days, limit))
        {
            yield return Info.Finding(
                $"The arches were scanned on {scanned.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {days} days before the case was handed in; "
                    + $"over {RuleInfo.Text(limit)} days they are scanned again.",
                measured: days,
                limit: limit,
                unit: "day");
        }
    }
}
