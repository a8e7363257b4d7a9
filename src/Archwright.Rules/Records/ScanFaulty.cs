using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The plan rests on a scan with a capture fault that nobody answers for.</summary>
public sealed class ScanFaulty : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "SCN001",
        nameof(ScanFaulty),
        "records",
        FindingSeverity.Blocker,
        "Every capture fault of the scans is waived by the treating doctor; otherwise the place is scanned again.",
        ["REC-02", "REC-05", "REC-07"],
        "user",
        ["requirements.csv REC-07 (a re-scan request is the default for any record with a capture fault)", "docs/algorithms/scan-quality.md (limits and their sources)"],
        "Whether a fault matters depends on what is planned there: a doctor who sees the place may waive it.");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from defect in ScanDefects.Faults(evidence)
        where defect.Waiver is null
        select Info.Finding(
            $"Scan {defect.Scan}: {defect.Message.TrimEnd('.')} ({defect.Code}).",
            ScanDefects.Tooth(defect),
            measured: defect.Measured,
            limit: defect.Limit,
            unit: defect.Unit);
}
