using System.Globalization;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The treating doctor plans on a scan with a capture fault: it stays on the plan.</summary>
public sealed class ScanFaultWaived : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "SCN002",
        nameof(ScanFaultWaived),
        "records",
        FindingSeverity.Advice,
        "No capture fault of the scans is waived; one that is, is named with place, person, date and reason.",
        ["REC-05", "REC-07", "REC-13"],
        "user",
        ["requirements.csv REC-13 (a protocol with gates: skipping a gate leaves a record)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from defect in ScanDefects.Faults(evidence)
        let waiver = defect.Waiver
        where waiver is not null
        select Info.Finding(
            $"Scan {defect.Scan}: {defect.Message.TrimEnd('.')} ({defect.Code}); waived by {waiver.By} on "
                + $"{waiver.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {waiver.Reason.TrimEnd('.')}.",
            ScanDefects.Tooth(defect),
            measured: defect.Measured,
            limit: defect.Limit,
            unit: defect.Unit);
}
