using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A record is there and cannot be used as it is.</summary>
public sealed class RecordFaulty : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC012",
        nameof(RecordFaulty),
        "records",
        FindingSeverity.Blocker,
        "No record that is there carries a capture fault: a fault asks for a retake, whatever the record.",
        ["REC-07", "REC-08"],
        "user",
        ["requirements.csv REC-07 (a re-scan request is the default for any record with a capture fault)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from line in RecordChecklist.Of(RecordGate.Of(evidence))
        where line.Standing == RecordStanding.Faulty
        select Info.Finding($"The {line.Name} has a fault ({line.Item!.Fault!.TrimEnd('.')}): take it again, or have the treating doctor waive it.");
}
