using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Setup or staging could not reach what was wanted and says so.</summary>
public sealed class TargetNotReached : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "PLN001",
        nameof(TargetNotReached),
        "plan",
        FindingSeverity.Warning,
        "Setup and staging reach what was wanted: no shortfall is open.",
        ["IPR-10", "STG-07", "CHK-08"],
        "engineering",
        ["engineering default, no clinical source: what could not be met is said, never hidden"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from shortfall in evidence.Plan.Shortfalls
        // an attachment that could not be placed is measured by the rules of attachments
        where !shortfall.Code.StartsWith("attachment-", StringComparison.Ordinal)
        select Info.Finding($"{shortfall.Message.TrimEnd('.')} ({shortfall.Code}).", shortfall.Tooth);
}
