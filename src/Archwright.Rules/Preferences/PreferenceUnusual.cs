using System.Globalization;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A plan is made and judged by a preference outside its usual range: obeyed, it still asks for more than is common.</summary>
public sealed class PreferenceUnusual : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "PLN002",
        nameof(PreferenceUnusual),
        "plan",
        FindingSeverity.Warning,
        "Every preference the plan was made with lies within the usual range declared with it.",
        ["PRF-07", "VEL-02", "VEL-22"],
        "engineering",
        ["engineering default, no clinical source: the usual range of each preference, docs/preferences.md"],
        "Vendors publish defaults beyond these ranges (clinical.md 3.1, S): 0.3 mm and 3° a step; they ship as comparison profiles.");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        TreatmentPreferences preferences = evidence.Plan.Preferences;
        foreach (PreferenceOption option in PreferenceCatalogue.All.Where(o => o.Range is not null))
        {
            double value = Convert.ToDouble(option.Get(preferences), CultureInfo.InvariantCulture);
            OptionAttribute range = option.Range!;
            bool below = value < range.SoftMin;
            if (!below && !(value > range.SoftMax))
                continue;
            double usual = below ? range.SoftMin : range.SoftMax;
            yield return Info.Finding(
                $"Preference {option.Path} is {RuleInfo.Text(value)} {option.Unit}; usual is {(below ? "at least" : "at most")} {RuleInfo.Text(usual)} ({option.Source}).",
                measured: value,
                limit: usual,
                unit: option.Unit);
        }
    }
}
