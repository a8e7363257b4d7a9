using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Somebody who may not waive a record has waived it.</summary>
public sealed class WaiverWithoutDoctor : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC014",
        nameof(WaiverWithoutDoctor),
        "records",
        FindingSeverity.Blocker,
        "Every waiver of a record is signed by the treating doctor.",
        ["REC-11", "REC-13"],
        "user",
        ["requirements.csv REC-11 (or the treating doctor signs a waiver)"],
        "")
    {
        // the doctor signs the record's own waiver instead
        MayBeWaived = false,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from line in RecordChecklist.Of(RecordGate.Of(evidence))
        where line.Standing == RecordStanding.WaivedByOther
        let waiver = line.Item!.Waiver!
        select Info.Finding(
            $"The {line.Name} is waived by {waiver.By} ({PreferenceOption.Text(waiver.Role).Replace('-', ' ')}): only the treating doctor's waiver counts.");
}
