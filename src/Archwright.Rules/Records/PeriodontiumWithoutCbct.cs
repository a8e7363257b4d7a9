using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The periodontium is compromised and bone was not looked at.</summary>
public sealed class PeriodontiumWithoutCbct : IRule
{
    internal const string Id = "REC010";

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        Id,
        nameof(PeriodontiumWithoutCbct),
        "records",
        FindingSeverity.Blocker,
        "Where a tooth is recorded as periodontally compromised (probing, attachment loss or mobility beyond the limits, or the "
            + "doctor's word), a cone-beam volume is on record or waived by the treating doctor, or the tooth's root is known.",
        ["REC-14", "REC-15", "CLN-01", "CLN-13"],
        "user",
        ["requirements.csv REC-14 (CBCT required when periodontally compromised); the limits: clinical.md 6.3 and 6.4 (M)"],
        "Probing tells the attachment better than a volume does; a volume shows the bone's shape. Dose argues for a full-mouth series first.")
    {
        Options = ["periodontium.probingMm", "periodontium.attachmentLossMm", "periodontium.mobilityGrade"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) => RecordGate.CbctAsked(
        Info,
        evidence,
        CbctTriggers.Periodontium(RecordGate.Of(evidence), evidence.Plan.Patient.Conditions, evidence.Plan.Preferences.Periodontium),
        "with a compromised periodontium a CBCT is required");
}
