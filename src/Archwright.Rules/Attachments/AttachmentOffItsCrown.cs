using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An attachment's body is missing, or does not sit on its crown.</summary>
public sealed class AttachmentOffItsCrown : IRule
{
    private const double LimitMm = 0.3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT009",
        nameof(AttachmentOffItsCrown),
        "attachments",
        FindingSeverity.Blocker,
        "Each attachment has a body that is sunk into its crown, and its stated place lies on the crown's surface to 0.3 mm.",
        ["ATT-12", "ATT-04"],
        "engineering",
        ["engineering default, no clinical source: a body that floats or is missing cannot be made"],
        "")
    {
        MayBeWaived = false,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach (AttachmentEvidence a in evidence.Attachments)
        {
            string? what = a.Mesh.TriangleCount == 0 ? "has no body in the plan folder"
                : a.GapMm > 0 ? $"floats {RuleInfo.Text(a.GapMm)} mm off the crown"
                : PlanEvidence.IsOver(a.OffCrownMm, LimitMm) ? $"has its stated place {RuleInfo.Text(a.OffCrownMm)} mm off the crown's surface"
                : null;
            if (what is null)
                continue;
            yield return Info.Finding(
                $"Tooth {a.Tooth}: {AttachmentWords.Of(a.Entry.Type)} {what}.",
                a.Tooth,
                stage: a.Entry.On,
                measured: Math.Max(a.GapMm, a.OffCrownMm),
                limit: LimitMm,
                unit: "mm");
        }
    }
}
