using Archwright.Dental;
using Archwright.Planning.Outcome;

namespace Archwright.Rules;

/// <summary>A written objective is missed in most simulated patients.</summary>
public sealed class ObjectiveUnlikely : IRule
{
    private const double Chance = 0.5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OUT003",
        nameof(ObjectiveUnlikely),
        "outcome",
        FindingSeverity.Warning,
        "Each written objective is met in at least half of the simulated patients without a refinement.",
        ["CLN-07", "OUT-01", "CHK-04", "OVC-07"],
        "D",
        ["expression by clinical.md 1.6, an engineering default calibrated against docs/calibration.md; met within 0.5 mm, a class within 1 mm"],
        "Software forecasts overstate: overbite reduction was over-predicted in 95 % of patients (Blundell 2021, S).")
    {
        Options = ["wear.hoursPerDay"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach (ExpectedObjective o in evidence.Outcome.Outcome.Objectives.Where(o => o.MetChance < Chance))
        {
            string wanted = o.WantedMm is { } mm ? $"{OutcomeText.Amount(mm, "mm")} wanted, " : "";
            yield return Info.Finding(
                $"Objective {o.Name}: {wanted}{OutcomeText.Amount(o.ProgrammedMm, "mm")} programmed, {OutcomeText.Amount(o.ExpectedMm, "mm")} expected "
                    + $"(80 % of patients {RuleInfo.Text(o.LowMm)} to {RuleInfo.Text(o.HighMm)}); met in {RuleInfo.Text(100 * o.MetChance)} % of simulated patients.",
                measured: o.MetChance,
                limit: Chance,
                unit: "1");
        }
    }
}
