using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Upper and lower do not stand in a plausible bite, so no stage could be checked against its antagonists.</summary>
public sealed class BiteMissing : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC001",
        nameof(BiteMissing),
        "records",
        FindingSeverity.Blocker,
        "Both arches are there and registered in a plausible bite.",
        ["REC-01", "REC-03", "REC-11"],
        "user",
        ["requirements.csv REC-03 (a missing or bad bite blocks)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        if (plan.HasBite)
            yield break;
        bool upper = plan.Teeth.Any(t => t.Id.Jaw == Jaw.Upper);
        bool lower = plan.Teeth.Any(t => t.Id.Jaw == Jaw.Lower);
        string why = (upper, lower) switch
        {
            (true, true) => "upper and lower arch do not stand in a plausible bite",
            (true, false) => "there is no lower arch",
            (false, true) => "there is no upper arch",
            _ => "there are no teeth",
        };
        yield return Info.Finding($"Antagonists could not be checked: {why}. Add or re-scan the missing record.");
    }
}
