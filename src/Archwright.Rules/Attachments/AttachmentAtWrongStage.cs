using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Attachments;

namespace Archwright.Rules;

/// <summary>An attachment comes after the movement it serves has begun, goes before it has ended, or comes before any may.</summary>
public sealed class AttachmentAtWrongStage : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT004",
        nameof(AttachmentAtWrongStage),
        "attachments",
        FindingSeverity.Warning,
        "In each tray of a movement that demands an attachment, from the first to the last, one of the tooth's attachments is on; none is on "
            + "before the earliest stage of the preferences.",
        ["ATT-05", "ATT-12"],
        "user",
        ["requirements.csv ATT-05 (on and off stage are checked against the stage of the movement served)"],
        "Some practices bond attachments at stage 3 only, whatever has begun (clinical.md 3.2, S).")
    {
        Options = ["attachments.earliestStage"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach ((ToothId tooth, MovementDemand demand) in MovementService.OnTheTooth(evidence))
        {
            ImmutableArray<AttachmentEvidence> beside = MovementService.Beside(evidence, tooth, demand);
            if (beside.IsEmpty || MovementService.CoverAll(beside, demand.From, demand.To))
                continue;
            int on = beside.Min(a => a.Entry.On);
            int off = beside.Max(a => a.Entry.Off);
            string when = on > demand.From ? $"comes at stage {on}"
                : off < demand.To ? $"goes after stage {off}"
                : $"is off in between";
            yield return Info.Finding(
                $"Tooth {tooth}: {demand.Words}, but its attachment {when}.",
                tooth,
                stage: on > demand.From ? demand.From : off < demand.To ? off + 1 : demand.From,
                measured: on > demand.From ? on : off,
                limit: on > demand.From ? demand.From : demand.To,
                unit: "stage");
        }

        int earliest = evidence.Plan.Preferences.Attachments.EarliestStage;
        foreach (AttachmentEvidence early in evidence.Attachments.Where(a => a.Entry.On < earliest && a.Entry.Type != AttachmentType.BiteRamp))
        {
            yield return Info.Finding(
                $"Tooth {early.Tooth} gets {AttachmentWords.Of(early.Entry.Type)} at stage {early.Entry.On}; none may come before stage {earliest}.",
                early.Tooth,
                stage: early.Entry.On,
                measured: early.Entry.On,
                limit: earliest,
                unit: "stage");
        }
    }
}
