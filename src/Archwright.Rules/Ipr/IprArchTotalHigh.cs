using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>So much enamel is to be removed in one arch that the plan needs a second look.</summary>
public sealed class IprArchTotalHigh : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR002",
        nameof(IprArchTotalHigh),
        "ipr",
        FindingSeverity.Warning,
        "Enamel removed in one arch stays within the total that warns; above the total that blocks, IPR003 speaks instead.",
        ["IPR-04"],
        "user",
        ["requirements.csv IPR-04 (rarely exceeding 4–5 mm; 4 warns is our reading)"],
        "About 2.5 mm anteriorly and 6.4 mm in the buccal segments are held obtainable (clinical.md 3.4, S).")
    {
        Options = ["ipr.archWarnMm", "ipr.archBlockMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) => IprArchTotal.Over(
        Info, evidence.Plan, evidence.Plan.Preferences.Ipr.ArchWarnMm, evidence.Plan.Preferences.Ipr.ArchBlockMm);
}
