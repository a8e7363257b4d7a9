using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An X-ray of the record set is neither there nor waived.</summary>
public sealed class XrayMissing : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC008",
        nameof(XrayMissing),
        "records",
        FindingSeverity.Blocker,
        "The panoramic X-ray and the X-rays of the upper and lower incisors are on record or waived by the treating doctor.",
        ["REC-08", "REC-11", "REC-12"],
        "user",
        ["requirements.csv REC-08 (record set), REC-11 (blocked until the checklist passes or the treating doctor signs a waiver)"],
        "Selection criteria for dental radiographs ask for an indication in each patient; a waiver with its reason is the place for that.");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from line in RecordChecklist.Of(RecordGate.Of(evidence))
        where line.Key is "panoramic" or "upperIncisors" or "lowerIncisors" && line.IsMissing
        select Info.Finding(line.Standing == RecordStanding.Absent
            ? $"The {line.Name} is {RecordGate.Why(line)}: take it, or have the treating doctor waive it."
            : $"Nothing is said of the {line.Name}: take it, or have the treating doctor waive it.");
}
