using System.Globalization;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The treating doctor goes without a record: it stays on the plan.</summary>
public sealed class RecordWaived : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC013",
        nameof(RecordWaived),
        "records",
        FindingSeverity.Advice,
        "Every gate of the record protocol is passed; one that the treating doctor has waived is named with person, date and reason.",
        ["REC-11", "REC-13"],
        "user",
        ["requirements.csv REC-13 (a protocol with gates: skipping a gate leaves a record)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from line in RecordChecklist.Of(RecordGate.Of(evidence))
        where line.Standing == RecordStanding.Waived
        let waiver = line.Item!.Waiver!
        select Info.Finding(
            $"The {line.Name} is waived by {waiver.By} on {waiver.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {waiver.Reason.TrimEnd('.')}.");
}
