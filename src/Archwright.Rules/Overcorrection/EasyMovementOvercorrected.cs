using Archwright.Dental;
using Archwright.Planning.Outcome;

namespace Archwright.Rules;

/// <summary>A movement that expresses readily is programmed beyond its clinical target.</summary>
public sealed class EasyMovementOvercorrected : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OVC001",
        nameof(EasyMovementOvercorrected),
        "overcorrection",
        FindingSeverity.Warning,
        "No easy movement (crown tipping, rotation of lower incisors, other translation) is staged beyond the clinical target by more than 10 % and 0.1 mm or 0.4°.",
        ["OVC-02", "OVC-08", "VEL-08"],
        "user",
        ["requirements.csv OVC-02 (overcorrecting easy movements you do not need to)"],
        "Practice guides overcorrect labiolingual movement by a fixed 0.6 mm (ClearCorrect, clinical.md 3.5, S).");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach (IGrouping<ToothId, OvercorrectedMovement> tooth in OvercorrectedMovement.Of(evidence).Where(m => m.Need.IsEasy && m.IsOvercorrected).GroupBy(m => m.Tooth))
        {
            OvercorrectedMovement worst = tooth.MaxBy(m => m.Share)!;
            yield return Info.Finding(
                $"Tooth {worst.Tooth}, {OutcomeText.Name(worst.Component)}: {OutcomeText.Amount(worst.Programmed, worst.Unit)} programmed for "
                    + $"{OutcomeText.Amount(worst.Clinical, worst.Unit)} wanted, {RuleInfo.Text(Math.Round(100 * worst.Share))} % more: {worst.Need.Reason}.",
                worst.Tooth,
                measured: worst.Share,
                limit: 0,
                unit: "1");
        }
    }
}
