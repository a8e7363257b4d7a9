using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Attachments;

namespace Archwright.Rules;

/// <summary>A movement has an attachment, but of a type that cannot serve it.</summary>
public sealed class AttachmentDoesNotSuitMovement : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT001",
        nameof(AttachmentDoesNotSuitMovement),
        "attachments",
        FindingSeverity.Warning,
        "Of the attachments worn during a movement that asks for one, at least one is of a type that serves that movement.",
        ["ATT-01", "ATT-06", "ATT-08"],
        "user",
        ["requirements.csv ATT-01, ATT-06 … ATT-08 (types by movement; table in docs/algorithms/attachments.md)"],
        "Trials find no difference between optimised and conventional attachments (clinical.md 1.1, Karras 2021, S); finite elements disagree "
            + "on horizontal against vertical for rotation (clinical.md 3.2, S).")
    {
        Options = ["attachments.rotationFromDeg", "attachments.extrusionFromMm", "attachments.rootMovementFromDeg", "attachments.bodilyFromMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        AttachmentPreferences preferences = evidence.Plan.Preferences.Attachments;
        foreach ((ToothId tooth, MovementDemand demand) in MovementService.OnTheTooth(evidence))
        {
            ImmutableArray<AttachmentEvidence> beside = MovementService.Beside(evidence, tooth, demand);
            ImmutableArray<MovementDemand> all = evidence.Demands[tooth];
            if (beside.IsEmpty || beside.Any(a => AttachmentChoice.Suits(a.Entry.Type, demand, all, preferences)))
                continue;
            yield return Info.Finding(
                $"Tooth {tooth}: {demand.Words}, has {AttachmentWords.Of(beside[0].Entry.Type)}, which does not serve it.",
                tooth,
                stage: beside[0].Entry.On);
        }
    }
}
