using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An attachment sits on a crown that is too short, or reaches over its usable surface.</summary>
public sealed class CrownTooSmallForAttachment : IRule
{
    // the lattice of the crown knows its border to a cell
    private const double UsableShareMin = 0.75;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT003",
        nameof(CrownTooSmallForAttachment),
        "attachments",
        FindingSeverity.Warning,
        "The clinical crown of each attachment is as high as the preferences ask, and three quarters of the attachment lie on surface at "
            + "least half a margin from gingiva, contacts and edge.",
        ["ATT-04", "ATT-09"],
        "user",
        ["requirements.csv ATT-04, ATT-09 (area and height are checked before placement; figures: engineering defaults)"],
        "No published least height or area was found.")
    {
        Options = ["attachments.crownHeightMinMm", "attachments.marginMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double least = evidence.Plan.Preferences.Attachments.CrownHeightMinMm;
        foreach (AttachmentEvidence a in evidence.Attachments)
        {
            double height = a.Crown.HeightMm;
            if (PlanEvidence.IsOver(least, height + 0.05))
            {
                yield return Info.Finding(
                    $"Tooth {a.Tooth} carries {AttachmentWords.Of(a.Entry.Type)} on a clinical crown {RuleInfo.Text(Math.Round(height, 2))} mm high; at least "
                        + $"{RuleInfo.Text(least)} mm are asked for.",
                    a.Tooth,
                    stage: a.Entry.On,
                    measured: height,
                    limit: least,
                    unit: "mm");
                continue;
            }

            double share = a.Crown.UsableShare(PoseConversion.ToVec(a.Entry.Position), a.Entry.Size[0], a.Entry.Size[1]);
            if (share >= UsableShareMin)
                continue;
            yield return Info.Finding(
                $"Tooth {a.Tooth}: {AttachmentWords.Of(a.Entry.Type)} of {RuleInfo.Text(a.Entry.Size[0])} × {RuleInfo.Text(a.Entry.Size[1])} mm lies with "
                    + $"{share * 100:0} % of it on usable surface; the rest is too near gingiva, contact or edge.",
                a.Tooth,
                stage: a.Entry.On,
                measured: share,
                limit: UsableShareMin,
                unit: "1");
        }
    }
}
