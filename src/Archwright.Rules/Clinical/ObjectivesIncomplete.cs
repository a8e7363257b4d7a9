using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The objectives leave open what every plan should be asked for.</summary>
public sealed class ObjectivesIncomplete : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN004",
        nameof(ObjectivesIncomplete),
        "clinical",
        FindingSeverity.Warning,
        "The objectives of a case with both arches name canine class, overjet, overbite and midlines.",
        ["CLN-06"],
        "user",
        ["requirements.csv CLN-06 (at least canine class, overjet, overbite, midlines)"],
        "A limited treatment may have good reason to leave the canines where they are; 'keep' says so.")
    {
        RootCause = RootCause.Diagnostic,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        CaseObjectives objectives = evidence.Plan.Patient.Objectives;
        // without any objective CLN003 speaks; without a bite nothing of it could be measured
        if (!evidence.Plan.HasBite || !ObjectiveTargets.IsMeasurable(objectives))
            yield break;
        string[] open = [.. ObjectiveTargets.Lacking(objectives)];
        if (open.Length > 0)
        {
            yield return Info.Finding(
                $"The objectives leave open: {string.Join(", ", open)}. The plan aims at defaults there.", measured: open.Length, limit: 0, unit: "count");
        }
    }
}
