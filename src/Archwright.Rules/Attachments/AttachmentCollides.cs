using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An attachment is driven into another tooth or its attachment.</summary>
public sealed class AttachmentCollides : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT007",
        nameof(AttachmentCollides),
        "attachments",
        FindingSeverity.Blocker,
        "In no stage it is on does an attachment reach deeper into another tooth, or that tooth's attachment, than the tolerance; between jaws "
            + "only where there is a bite, and never for a bite ramp, which is there to be bitten on.",
        ["CHK-02", "STG-10", "ATT-12"],
        "engineering",
        ["issue 3: attachments included in the collision check at each stage; tolerance as for teeth, design.md 6"],
        "The bite is taken as scanned; with trays in, their thickness keeps the jaws apart.")
    {
        Options = ["checks.collisionMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.CollisionMm;
        foreach (AttachmentEvidence a in evidence.Attachments)
        {
            foreach (var pair in a.Cuts.GroupBy(c => c.Other).OrderBy(g => g.Key))
            {
                AttachmentCut worst = pair.MaxBy(c => c.DepthMm);
                bool isBitten = a.Entry.Type == AttachmentType.BiteRamp && worst.Other.Jaw != a.Tooth.Jaw;
                if (isBitten || !PlanEvidence.IsOver(worst.DepthMm, limit))
                    continue;
                yield return Info.Finding(
                    $"At stage {worst.Stage} {AttachmentWords.Of(a.Entry.Type)} on {a.Tooth} reaches {RuleInfo.Text(worst.DepthMm)} mm into {worst.Other}; "
                        + $"allowed are {RuleInfo.Text(limit)} mm.",
                    a.Tooth,
                    worst.Other,
                    worst.Stage,
                    worst.DepthMm,
                    limit,
                    "mm");
            }
        }
    }
}
