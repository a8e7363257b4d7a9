using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>More enamel is to be removed in one arch than may be without a written justification.</summary>
public sealed class IprArchTotalBeyondLimit : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR003",
        nameof(IprArchTotalBeyondLimit),
        "ipr",
        FindingSeverity.Blocker,
        "Enamel removed in one arch stays within the total above which a written justification is needed.",
        ["IPR-04"],
        "user",
        ["requirements.csv IPR-04 (rarely exceeding 4–5 mm; 5 blocks is our reading)"],
        "About 2.5 mm anteriorly and 6.4 mm in the buccal segments are held obtainable (clinical.md 3.4, S).")
    {
        Options = ["ipr.archBlockMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        IprArchTotal.Over(Info, evidence.Plan, evidence.Plan.Preferences.Ipr.ArchBlockMm, double.PositiveInfinity);
}
