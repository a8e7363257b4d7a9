using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Everything is overcorrected, easy and hard alike: a blanket, not a policy.</summary>
public sealed class OvercorrectedThroughout : IRule
{
    private const int TeethMin = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OVC002",
        nameof(OvercorrectedThroughout),
        "overcorrection",
        FindingSeverity.Warning,
        "Where three teeth or more have easy movements, not most of these are staged beyond the clinical target.",
        ["OVC-02", "OVC-01"],
        "user",
        ["requirements.csv OVC-02 (blanket overcorrection)"],
        "")
    {
        Options = ["checks.mostShare"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        ImmutableArray<OvercorrectedMovement> all = OvercorrectedMovement.Of(evidence);
        OvercorrectedMovement[] easy = [.. all.Where(m => m.Need.IsEasy)];
        OvercorrectedMovement[] beyond = [.. easy.Where(m => m.IsOvercorrected)];
        double share = easy.Length == 0 ? 0 : (double)beyond.Length / easy.Length;
        double limit = evidence.Plan.Preferences.Checks.MostShare;
        int teeth = beyond.Select(m => m.Tooth).Distinct().Count();
        if (teeth < TeethMin || !PlanEvidence.IsOver(share, limit))
            yield break;
        int hard = all.Count(m => !m.Need.IsEasy && m.IsOvercorrected);
        yield return Info.Finding(
            $"{beyond.Length} of {easy.Length} easy movements on {teeth} teeth are overcorrected, beside {hard} that may need it: overcorrection is a blanket, not targeted.",
            measured: share,
            limit: limit,
            unit: "1");
    }
}
