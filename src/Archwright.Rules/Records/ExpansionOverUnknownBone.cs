using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An arch is widened and nobody knows how much bone there is.</summary>
public sealed class ExpansionOverUnknownBone : IRule
{
    // arch widths of two scans differ by as much (clinical.md 6.1, S)
    private const double SeenMm = 0.3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC018",
        nameof(ExpansionOverUnknownBone),
        "records",
        FindingSeverity.Advice,
        "Where an arch is widened by more than a scan can tell (0.3 mm), the roots of the pair that spreads most are known; expansion that asks for a CBCT is REC002's.",
        ["EXP-02", "REC-04"],
        "user",
        ["requirements.csv EXP-02 (expansion respects bone boundaries when bone data exists; otherwise a data gap shows); 0.3 mm: clinical.md 6.1"],
        "Coronal buccal plates are thinner than 0.6 mm in half of the upper teeth (clinical.md 6.2, S): no amount of expansion is safe as such.");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double asked = evidence.Plan.Preferences.Checks.ExpansionWithoutCbctMm;
        foreach (IGrouping<Jaw, ArchSpread> jaw in ArchSpread.Of(evidence).Where(s => !s.RootsKnown).GroupBy(s => s.Right.Jaw).OrderBy(g => g.Key))
        {
            ArchSpread most = jaw.MaxBy(s => s.GrowthMm)!;
            if (!PlanEvidence.IsOver(most.GrowthMm, SeenMm) || PlanEvidence.IsOver(most.GrowthMm, asked))
                continue;
            yield return Info.Finding(
                $"The {(jaw.Key == Jaw.Upper ? "upper" : "lower")} arch is widened by up to {RuleInfo.Text(most.GrowthMm)} mm (teeth {most.Right} and {most.Left}, "
                    + $"stage {most.Stage}) and no bone is on record: whether roots stay in it is not known.",
                most.Right,
                most.Left,
                most.Stage,
                most.GrowthMm,
                SeenMm,
                "mm");
        }
    }
}
