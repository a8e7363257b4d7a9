using Archwright.Dental;
using Archwright.Planning.Outcome;

namespace Archwright.Rules;

/// <summary>A movement is expected to end short of its clinical target by more than a refinement is made for.</summary>
public sealed class MovementUnderExpresses : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OUT001",
        nameof(MovementUnderExpresses),
        "outcome",
        FindingSeverity.Warning,
        "The expected end of each assessed movement, estimated from the staged poses, lies within 0.5 mm or 2° of its clinical target.",
        ["VEL-20", "OVC-05", "CHK-04", "CHK-08"],
        "D",
        ["clinical.md 1.1 (Grünheid 2017, O'Connor 2024: 0.5 mm, 2°); expression by clinical.md 1.6, an engineering default calibrated against docs/calibration.md"],
        "Studies disagree on single movements by a factor of two (distalisation 36–88 %, overall 41–74 %); after refinements 86–93 % is reported "
            + "(Bilello 2022, S). Whether attachments help rotation is disputed.")
    {
        Options = ["wear.hoursPerDay"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach (IGrouping<int, ExpectedMovement> tooth in evidence.Outcome.Outcome.Movements.GroupBy(m => m.Fdi))
        {
            ExpectedMovement[] missed = [.. tooth.Where(m => OutcomeText.Shortfall(m) > OutcomeText.Tolerance(m)).OrderByDescending(m => OutcomeText.Shortfall(m) / OutcomeText.Tolerance(m))];
            if (missed.Length == 0)
                continue;
            ExpectedMovement worst = missed[0];
            string more = missed.Length > 1 ? $"; {missed.Length - 1} more of its movements fall short" : "";
            string why = worst.Modifiers.Length > 0 ? $" ({worst.Modifiers})" : "";
            yield return Info.Finding(
                $"Tooth {worst.Fdi}, {OutcomeText.Name(worst.Component)}: {OutcomeText.Amount(worst.Clinical, worst.Unit)} wanted, "
                    + $"{OutcomeText.Amount(worst.Programmed, worst.Unit)} programmed, {OutcomeText.Amount(worst.Expected, worst.Unit)} expected "
                    + $"({OutcomeText.Range(worst)}){why}: short by {OutcomeText.Amount(OutcomeText.Shortfall(worst), worst.Unit)}{more}.",
                ToothId.FromFdi(worst.Fdi),
                measured: OutcomeText.Shortfall(worst),
                limit: OutcomeText.Tolerance(worst),
                unit: worst.Unit);
        }
    }
}
