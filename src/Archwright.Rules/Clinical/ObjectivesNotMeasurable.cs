using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Nobody has written what the plan shall reach.</summary>
public sealed class ObjectivesNotMeasurable : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN003",
        nameof(ObjectivesNotMeasurable),
        "clinical",
        FindingSeverity.Blocker,
        "The case names at least one objective that can be measured: a goal in words alone is none.",
        ["CLN-05", "CLN-07"],
        "user",
        ["requirements.csv CLN-05 (objectives are measurable targets), CLN-07 ('Straighten the teeth' alone is refused)"],
        "")
    {
        RootCause = RootCause.Diagnostic,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        CaseObjectives objectives = evidence.Plan.Patient.Objectives;
        if (ObjectiveTargets.IsMeasurable(objectives))
            yield break;
        yield return Info.Finding(string.IsNullOrWhiteSpace(objectives.Goal)
            ? "The case names no objective: the plan aims at defaults that nobody has asked for. Write overjet, overbite, canine class and midlines as targets."
            : "The case names its goal in words alone: nothing can be held against it. Write overjet, overbite, canine class and midlines as targets.");
    }
}
