using Archwright.Dental;
using Archwright.Planning.Outcome;

namespace Archwright.Rules;

/// <summary>A movement lies outside what studies have seen, so nobody knows what it will express.</summary>
public sealed class OutcomeCannotBeAssessed : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OUT002",
        nameof(OutcomeCannotBeAssessed),
        "outcome",
        FindingSeverity.Advice,
        "Each movement of the plan is of a kind and size that published studies of expression have seen.",
        ["VEL-20", "CLN-13"],
        "D",
        ["clinical.md 1.1–1.4 and 6.4: the movements studies report; bounds in docs/algorithms/expected-outcome.md are an engineering default"],
        "")
    {
        RootCause = RootCause.Diagnostic,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) => evidence.Outcome.Outcome.NotAssessed.Select(u => Info.Finding(
        $"Tooth {u.Fdi}{(u.Component is { } c ? $", {OutcomeText.Name(c)}" : "")}: the outcome cannot be assessed: {u.Reason}.",
        u.Fdi is { } fdi && ToothId.TryFromFdi(fdi, out ToothId tooth) ? tooth : null));
}
