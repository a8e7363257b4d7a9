using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Roots have been resorbed before and were not looked at.</summary>
public sealed class ResorptionWithoutCbct : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC011",
        nameof(ResorptionWithoutCbct),
        "records",
        FindingSeverity.Blocker,
        "Where the history names a resorbed root, a cone-beam volume is on record or waived by the treating doctor, or the root is known.",
        ["REC-14", "CLN-13"],
        "user",
        ["requirements.csv REC-14 (CBCT required with a history of root resorption)"],
        "Periapical X-rays find most resorption of incisors at a fraction of the dose; the user's rule asks for the volume.");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) => RecordGate.CbctAsked(
        Info, evidence, CbctTriggers.Resorption(RecordGate.Of(evidence)), "with a history of root resorption a CBCT is required");
}
