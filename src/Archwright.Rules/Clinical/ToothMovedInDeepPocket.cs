using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tooth with a deep pocket is moved.</summary>
public sealed class ToothMovedInDeepPocket : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN006",
        nameof(ToothMovedInDeepPocket),
        "clinical",
        FindingSeverity.Warning,
        "No tooth moves whose deepest probing depth is over the limit.",
        ["CLN-01", "CLN-13"],
        "M",
        ["clinical.md 6.3 (M, unverified): probing depth up to 4 mm; from 5 mm on it is treated first"],
        "A deep pocket that does not bleed and is stable may be moved with care; depth alone is no active disease.")
    {
        RootCause = RootCause.Biological,
        Options = ["periodontium.probingMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Periodontium.ProbingMm;
        foreach (ToothPeriodontium tooth in ChartedTeeth.Moving(evidence).Where(t => t.DeepestMm() > limit))
        {
            string bleeding = tooth.Bleeding switch { true => " and it bleeds", false => " and it does not bleed", _ => "" };
            yield return Info.Finding(
                $"Tooth {tooth.Fdi} is moved with a probing depth of {RuleInfo.Text(tooth.DeepestMm())} mm{bleeding}; over "
                    + $"{RuleInfo.Text(limit)} mm it is treated first.",
                ToothId.FromFdi(tooth.Fdi),
                measured: tooth.DeepestMm(),
                limit: limit,
                unit: "mm");
        }
    }
}
