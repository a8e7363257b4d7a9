using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A stage asks more of its anchors than they hold.</summary>
public sealed class AnchorageOverloaded : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ANC003",
        nameof(AnchorageOverloaded),
        "anchorage",
        FindingSeverity.Warning,
        "In no stage in which a jaw has anchors does the root surface of its moving teeth, each weighted by the share of its limits it uses, exceed the set "
            + "multiple of the root surface that holds them: the teeth of the jaw that stand, those that move by what they leave of their limits, and the lower teeth "
            + "where Class II elastics are worn.",
        ["ANC-03", "STG-07", "STG-13"],
        "D",
        ["root surfaces: Jepsen 1963 (clinical.md 4.5, M); that resistance goes with root surface and the ratio are by judgement (D)"],
        "clinical.md 4.5 proposes a ratio of 0.5 for mm rather than shares of limits.")
    {
        Options = ["anchorage.reactionRatioMax"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Anchorage.ReactionRatioMax;
        foreach (Jaw jaw in new[] { Jaw.Upper, Jaw.Lower })
        {
            PlanGroup[] anchors =
            [
                .. (evidence.Plan.Strategy?.Groups ?? []).Where(g =>
                    g.Role == GroupRole.Anchor && g.Teeth.Any(t => ToothId.TryFromFdi(t, out ToothId id) && id.Jaw == jaw)),
            ];
            (int Stage, double Ratio) worst = Enumerable.Range(1, Math.Max(0, evidence.Plan.Stages.Length - 1))
                .Where(k => anchors.Any(g => g.From <= k && k <= g.To))
                .Select(k => (k, Ratio(evidence, jaw, k)))
                .OrderByDescending(r => r.Item2)
                .FirstOrDefault();
            if (!PlanEvidence.IsOver(worst.Ratio, limit))
                continue;
            yield return Info.Finding(
                $"Stage {worst.Stage} of the {(jaw == Jaw.Upper ? "upper" : "lower")} arch: the moving teeth load their anchors with {RuleInfo.Text(worst.Ratio)} times what holds them; "
                    + $"bound {RuleInfo.Text(limit)}.",
                stage: worst.Stage,
                measured: worst.Ratio,
                limit: limit,
                unit: "1");
        }
    }

    private static double Ratio(PlanEvidence evidence, Jaw jaw, int stage)
    {
        bool elastics = jaw == Jaw.Upper && evidence.Plan.Auxiliaries.Any(a =>
            string.Equals(a.Type, "class-two-elastic", StringComparison.Ordinal) && a.From <= stage && stage <= a.To);
        double lower = elastics ? evidence.Plan.Teeth.Where(t => t.Id.Jaw == Jaw.Lower).Sum(t => RootSurface.Mm2(t.Id)) : 0;
        return AnchorageConformance.ReactionRatio(evidence, jaw, evidence.Increments.Where(i => i.Stage == stage && i.Tooth.Id.Jaw == jaw), lower);
    }
}
