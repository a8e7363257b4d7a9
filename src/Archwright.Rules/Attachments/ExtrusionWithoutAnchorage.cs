using Archwright.Dental;
using Archwright.Planning.Attachments;

namespace Archwright.Rules;

/// <summary>A tooth is extruded and a tooth beside it that should hold the tray carries no attachment.</summary>
public sealed class ExtrusionWithoutAnchorage : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT006",
        nameof(ExtrusionWithoutAnchorage),
        "attachments",
        FindingSeverity.Warning,
        "Where a tooth is extruded over the threshold, on either side the nearest tooth that is not extruded itself has an attachment in each "
            + "tray of the extrusion; where the preferences anchor neighbours.",
        ["ATT-07"],
        "user",
        ["requirements.csv ATT-07 (optimised extrusion attachments and anchorage attachments on adjacent teeth)"],
        "No trial compares extrusion with and without attachments on neighbours.")
    {
        Options = ["attachments.extrusionFromMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        AttachmentPreferences preferences = evidence.Plan.Preferences.Attachments;
        foreach ((ToothId tooth, MovementDemand demand) in evidence.Demands.SelectMany(t => t.Value.Select(d => (t.Key, d))))
        {
            if (demand.Type != MovementType.Extrusion)
                continue;
            foreach (ToothId anchor in AttachmentNeeds.AnchorsOf(
                tooth, demand, [.. evidence.Tracks.Select(t => t.Tooth)], evidence.Demands, preferences))
            {
                if (MovementService.CoverAll(evidence.Attachments.Where(a => a.Tooth == anchor && a.Entry.Type != AttachmentType.BiteRamp), demand.From, demand.To))
                    continue;
                yield return Info.Finding(
                    $"Tooth {tooth}: {demand.Words}; {anchor} beside it does not carry an attachment all that time to hold the tray.",
                    tooth,
                    anchor,
                    demand.From,
                    demand.Amount,
                    demand.Threshold,
                    "mm");
            }
        }
    }
}
