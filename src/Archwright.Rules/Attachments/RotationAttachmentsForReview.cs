using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Round-rooted teeth are rotated by horizontal attachments: the user's rule, for clinical review.</summary>
public sealed class RotationAttachmentsForReview : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT008",
        nameof(RotationAttachmentsForReview),
        "attachments",
        FindingSeverity.Advice,
        "Canines and premolars that rotate by a horizontal attachment are named, with its place, for clinical review.",
        ["ATT-06"],
        "user",
        ["requirements.csv ATT-06 (user's seed rule, marked for clinical review: design.md 5)"],
        "Horizontal rectangles move most in one finite-element study (Sultanoğlu 2024, doi 10.7759/cureus.66273, S); vertical ones do as well "
            + "in another (clinical.md 3.2, S), and give the greatest moment in a third (Ferlias 2022, S).");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        AttachmentEvidence[] lying =
        [
            .. evidence.Attachments.Where(a => a.Entry.Type == AttachmentType.RectangularHorizontal
                && evidence.Demands[a.Tooth].Any(d => d.Type == MovementType.Rotation && a.IsOnWithin(d.From, d.To))),
        ];
        if (lying.Length == 0)
            yield break;
        string teeth = string.Join(", ", lying.Select(a => $"{a.Tooth} ({RuleInfo.Text(Math.Round(FromMargin(a), 1))} mm from the gingival margin)"));
        yield return Info.Finding($"Rotation by horizontal attachments, for clinical review: {teeth}.", lying[0].Tooth, stage: lying[0].Entry.On);
    }

    private static double FromMargin(AttachmentEvidence a) =>
        a.Track.Tooth.Frame.PointToLocal(PoseConversion.ToVec(a.Entry.Position)).Z - a.Crown.MarginLevelMm;
}
