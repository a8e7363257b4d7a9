using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The staged plan ends outside a written objective.</summary>
public sealed class ObjectiveNotMet : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN005",
        nameof(ObjectiveNotMet),
        "clinical",
        FindingSeverity.Warning,
        "At the last stage every written objective that can be measured lies within its tolerance.",
        ["CLN-05", "CLN-06", "CLN-07"],
        "user",
        ["requirements.csv CLN-07 (every plan version is scored against the written objectives; unmet ones are listed)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach (ObjectiveScore score in ObjectiveScores.Of(evidence.Plan))
        {
            if (score is not { OffBy: { } off, Planned: { } planned, IsMet: false })
                continue;
            string unit = ObjectiveTarget.UnitOf(score.Target.Measure);
            string sign = unit == "percent" ? " %" : " mm";
            yield return Info.Finding(
                $"Objective {score.Name}: {RuleInfo.Text(score.Target.Value)}{sign} ± {RuleInfo.Text(score.Target.Tolerance)} wanted, "
                    + $"{RuleInfo.Text(Math.Round(planned, 2))}{sign} planned.",
                measured: off,
                limit: score.Target.Tolerance,
                unit: unit);
        }
    }
}
