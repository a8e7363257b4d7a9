using Archwright.Dental;
using Archwright.Planning.Attachments;

namespace Archwright.Rules;

/// <summary>An optimised attachment is asked for more movement than it is designed for.</summary>
public sealed class AttachmentBeyondDesign : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT005",
        nameof(AttachmentBeyondDesign),
        "attachments",
        FindingSeverity.Warning,
        "The movement an optimised extrusion, rotation or root-control attachment serves lies within that type's design envelope.",
        ["ATT-10"],
        "user",
        ["requirements.csv ATT-10 (optimised attachments only within their design envelope; envelopes: engineering defaults)"],
        "Makers do not publish envelopes (clinical.md 9).")
    {
        Options = ["attachments.extrusionEnvelopeMm", "attachments.rotationEnvelopeDeg", "attachments.rootEnvelopeDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        AttachmentPreferences p = evidence.Plan.Preferences.Attachments;
        foreach (AttachmentEvidence a in evidence.Attachments)
        {
            (MovementType type, double limit) = a.Entry.Type switch
            {
                AttachmentType.OptimisedExtrusion => (MovementType.Extrusion, p.ExtrusionEnvelopeMm),
                AttachmentType.Rotation => (MovementType.Rotation, p.RotationEnvelopeDeg),
                AttachmentType.RootControl => (MovementType.RootUprighting, p.RootEnvelopeDeg),
                _ => (MovementType.Translation, double.PositiveInfinity),
            };
            foreach (MovementDemand demand in evidence.Demands[a.Tooth].Where(d => d.Type == type && a.IsOnWithin(d.From, d.To)))
            {
                if (!PlanEvidence.IsOver(Math.Abs(demand.Amount), limit))
                    continue;
                string unit = demand.Unit == "deg" ? "°" : " mm";
                yield return Info.Finding(
                    $"Tooth {a.Tooth}: {demand.Words}, by {AttachmentWords.Of(a.Entry.Type)}, which is designed for {RuleInfo.Text(limit)}{unit}.",
                    a.Tooth,
                    stage: a.Entry.On,
                    measured: Math.Abs(demand.Amount),
                    limit: limit,
                    unit: demand.Unit);
            }
        }
    }
}
