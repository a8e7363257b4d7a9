using Archwright.Dental;
using Archwright.Planning.Attachments;

namespace Archwright.Rules;

/// <summary>A movement that demands an attachment has none.</summary>
public sealed class MovementWithoutAttachment : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT002",
        nameof(MovementWithoutAttachment),
        "attachments",
        FindingSeverity.Warning,
        "Each movement over its threshold that demands an attachment has one in some of its trays; an incisor's torque or a posterior tooth's "
            + "extrusion may have an auxiliary instead.",
        ["ATT-03", "VEL-13", "VEL-14", "ATT-07"],
        "user",
        ["requirements.csv ATT-03, VEL-13, VEL-14 (rows of the table that say plus attachment; thresholds: engineering defaults)"],
        "Attachments do not rescue a movement in trials: canine rotation 33 % with, 31 % without (clinical.md 1.1, Kravitz 2008, M, unverified).")
    {
        Options =
        [
            "attachments.rotationFromDeg", "attachments.extrusionFromMm", "attachments.rootMovementFromDeg", "attachments.torqueFromDeg",
            "attachments.bodilyFromMm", "attachments.bodilyAcrossFromMm", "attachments.crownHeightMinMm",
        ],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach ((ToothId tooth, MovementDemand demand) in evidence.Demands.SelectMany(t => t.Value.Select(d => (t.Key, d))))
        {
            if (demand.Type == MovementType.Intrusion || !MovementService.Beside(evidence, tooth, demand).IsEmpty || HasAuxiliary(evidence.Plan, tooth, demand))
                continue;
            string instead = AttachmentChoice.NeedsAttachment(tooth, demand) ? "no attachment" : "neither power ridge nor attachment";
            yield return Info.Finding(
                $"Tooth {tooth}: {demand.Words}, has {instead} ({demand.Preference} {RuleInfo.Text(demand.Threshold)}).",
                tooth,
                stage: demand.From,
                measured: Math.Abs(demand.Amount),
                limit: demand.Threshold,
                unit: demand.Unit);
        }
    }

    private static bool HasAuxiliary(PlanView plan, ToothId tooth, MovementDemand demand)
    {
        string? kind = demand.Type switch
        {
            MovementType.Torque when tooth.Class == ToothClass.Incisor => "power-ridge",
            MovementType.Extrusion when !tooth.IsAnterior => "button",
            _ => null,
        };
        return kind is not null && plan.Auxiliaries.Any(a => a.Fdi == tooth.Fdi && a.Type == kind && a.From <= demand.From && a.To >= demand.From);
    }
}
