using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Outcome;

namespace Archwright.Rules;

/// <summary>
/// The four ways staging fails, each with a measured basis (STG-07): how near its limits a tray goes, what a stage asks of its
/// anchors, how likely a refinement is, how much biology is asked at once. Beside the number stand the rules that speak of it.
/// </summary>
public static class FailureRisks
{
    /// <summary>Chance of a refinement from which on it is more likely than not.</summary>
    private const double EvenChance = 0.5;

    /// <summary>The rules that speak of each risk.</summary>
    public static ImmutableArray<(FailureRisk Risk, ImmutableArray<string> Rules)> Rules { get; } =
    [
        (
            FailureRisk.LossOfTracking,
            [
                "ATT001", "ATT002", "ATT003", "ATT004", "ATT005", "ATT006", "ATT009", "COL001", "COL002", "MOV001", "MOV002", "MOV003", "MOV004", "MOV005",
                "MOV006", "MOV007", "MOV008", "MOV009", "MOV010", "MOV011", "MOV012", "MOV014", "STG001",
            ]),
        (FailureRisk.AnchorageFailure, ["ANC001", "ANC002", "ANC003"]),
        (FailureRisk.ExcessRefinement, ["OUT001", "OUT003", "OVC001", "OVC002", "OVC003", "PLN001"]),
        (FailureRisk.BiologicalOverload, ["APX001", "APX002", "CLN006", "CLN007", "CLN008", "MOV013", "OUT004", "OUT005"]),
    ];

    /// <summary>The four risks of a plan, in the order of <see cref="FailureRisk"/>.</summary>
    /// <param name="evidence">The plan as measured.</param>
    /// <param name="findings">What the rules say of it.</param>
    public static ImmutableArray<PlanRisk> Of(PlanEvidence evidence, ImmutableArray<Finding> findings) =>
    [
        .. new[] { Tracking(evidence), Anchorage(evidence), Refinement(evidence), Overload(evidence) }.Select(risk =>
        {
            ImmutableArray<string> speaking = Rules.First(r => r.Risk == risk.Risk).Rules;
            ImmutableArray<string> spoken =
                [.. findings.Where(f => f.Severity != FindingSeverity.Advice && speaking.Contains(f.Rule)).Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal)];
            return risk with { IsRaised = PlanEvidence.IsOver(risk.Measured, risk.Limit) || !spoken.IsEmpty, Rules = spoken };
        }),
    ];

    private static PlanRisk Tracking(PlanEvidence evidence)
    {
        ToothIncrement? most = evidence.Increments.IsEmpty ? null : evidence.Increments.MaxBy(Use);
        return most is null
            ? Risk(FailureRisk.LossOfTracking, 0, 1, "no tooth moves")
            : Risk(FailureRisk.LossOfTracking, Use(most), 1, $"the most demanding tray uses {100 * Use(most):0} % of a limit", most.Tooth.Id, most.Stage);
    }

    private static PlanRisk Anchorage(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Anchorage.ReactionRatioMax;
        (Jaw jaw, int stage, double ratio) = AnchorageConformance.MostReaction(evidence);
        return stage == 0
            ? Risk(FailureRisk.AnchorageFailure, 0, limit, "no tooth moves")
            : Risk(
                FailureRisk.AnchorageFailure,
                Math.Min(ratio, AnchorageConformance.RatioMost),
                limit,
                $"in the {(jaw == Jaw.Upper ? "upper" : "lower")} arch the root surface that moves is {Math.Min(ratio, AnchorageConformance.RatioMost):0.00} times what stands",
                stage: stage);
    }

    private static PlanRisk Refinement(PlanEvidence evidence) => evidence.Outcome.Outcome.RefinementProbability is { } chance
        ? Risk(FailureRisk.ExcessRefinement, chance, EvenChance, $"{100 * chance:0} % of simulated patients miss a planned movement by more than the tolerance")
        : Risk(FailureRisk.ExcessRefinement, 0, EvenChance, "the expected outcome cannot be assessed");

    private static PlanRisk Overload(PlanEvidence evidence)
    {
        ToothIncrement? most = evidence.Increments.IsEmpty ? null : evidence.Increments.MaxBy(Force);
        return most is null
            ? Risk(FailureRisk.BiologicalOverload, 0, ForceProxy.Combined, "no tooth moves")
            : Risk(
                FailureRisk.BiologicalOverload,
                Force(most),
                ForceProxy.Combined,
                $"the tray that asks most of one tooth uses {Force(most):0.00} reference limits together",
                most.Tooth.Id,
                most.Stage);
    }

    private static double Use(ToothIncrement increment) => increment.Uses.Max(u => u.Share);

    private static double Force(ToothIncrement increment) => ForceProxy.Of(increment.Tooth.Id, increment.Movement);

    private static PlanRisk Risk(FailureRisk risk, double measured, double limit, string basis, ToothId? tooth = null, int? stage = null) => new()
    {
        Risk = risk,
        IsRaised = false,
        Measured = Math.Round(measured, 6),
        Limit = limit,
        Tooth = tooth?.Fdi,
        Stage = stage,
        Basis = basis,
        Rules = [],
    };
}
