using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Thresholds of the rules: the rules that hold them are the proof.</summary>
internal static class CheckConformance
{
    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence, ImmutableArray<Finding> findings)
    {
        foreach (PreferenceOption option in PreferenceCatalogue.All.Where(o => o.Category == "checks"))
        {
            string[] rules = [.. RuleCatalogue.All.Select(r => r.Info).Where(i => i.Options.Contains(option.Path)).Select(i => i.Id)];
            Finding[] found = [.. findings.Where(f => rules.Contains(f.Rule) && IsOf(option, f))];
            yield return found.Length > 0
                ? Verdict.Broken(option.Path, $"{found[0].Rule}: {found[0].Message}{(found.Length > 1 ? $" And {found.Length - 1} more." : "")}")
                : Nothing(option.Path, evidence) is { } nothing
                ? Verdict.NotApplicable(option.Path, nothing)
                : Verdict.Obeyed(option.Path, $"no finding of {string.Join(", ", rules)} in {evidence.Plan.Stages.Length - 1} trays of {evidence.Tracks.Length} teeth");
        }
    }

    // One rule may hold a threshold in mm and one in degrees.
    private static bool IsOf(PreferenceOption option, Finding finding) =>
        finding.Unit is null || !option.Unit.StartsWith("mm", StringComparison.Ordinal) && !option.Unit.StartsWith("deg", StringComparison.Ordinal)
        || finding.Unit.Split('/')[0] == option.Unit.Split('/')[0];

    /// <summary>Why there is nothing to hold against a threshold; null where there is.</summary>
    private static string? Nothing(string path, PlanEvidence evidence) => path switch
    {
        "checks.iprUnusedMm" or "checks.iprOpenTrays" => evidence.Plan.Ipr.IsEmpty ? "no IPR is planned" : null,
        "checks.bitePenetrationMm" => evidence.Plan.HasBite ? null : "there is no bite",
        "checks.posteriorExtrusionFreeMm" => evidence.Increments.Any(i => !i.Tooth.Id.IsAnterior && i.Movement.ExtrusionMm > ToothIncrement.StillMm)
            ? null
            : "no premolar or molar is extruded",
        "checks.collisionMm" => evidence.Pairs.IsEmpty ? "no two teeth come near each other" : null,
        _ => evidence.Increments.IsEmpty ? "no tooth moves" : null,
    };
}
