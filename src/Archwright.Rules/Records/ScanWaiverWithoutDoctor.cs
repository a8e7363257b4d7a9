using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Somebody who may not waive a capture fault of the scans has waived it.</summary>
public sealed class ScanWaiverWithoutDoctor : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "SCN003",
        nameof(ScanWaiverWithoutDoctor),
        "records",
        FindingSeverity.Blocker,
        "Every waiver of a capture fault of the scans is signed by the treating doctor.",
        ["REC-07", "REC-13"],
        "user",
        ["requirements.csv REC-13 (a protocol with gates: skipping a gate leaves a record)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from waiver in RecordGate.Of(evidence)?.ScanWaivers ?? []
        where !waiver.Counts
        select Info.Finding(
            $"The scan fault {waiver.Code} is waived by {waiver.Waiver.By} ({PreferenceOption.Text(waiver.Waiver.Role).Replace('-', ' ')}): "
                + "only the treating doctor's waiver counts.",
            waiver.Fdi is { } fdi && ToothId.TryFromFdi(fdi, out ToothId tooth) ? tooth : null);
}
