using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Periodontal limits: the teeth that have reached them, and what the rules that hold them find there.</summary>
internal static class PeriodontalConformance
{
    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence, ImmutableArray<Finding> findings)
    {
        PeriodontalPreferences limits = evidence.Plan.Preferences.Periodontium;
        ToothPeriodontium[] chart = [.. ChartedTeeth.Of(evidence)];
        int[] thin = [.. evidence.Plan.Patient.Conditions.Where(c => c.Condition == ToothCondition.ThinBiotype).Select(c => c.Fdi).Distinct().Order()];
        return PreferenceCatalogue.All.Where(o => o.Category == "periodontium").Select(option => Proof(option, option.Path switch
        {
            "periodontium.probingMm" => Beyond(t => t.DeepestMm() > limits.ProbingMm),
            "periodontium.attachmentLossMm" => Beyond(t => t.AttachmentLossMm >= limits.AttachmentLossMm),
            "periodontium.mobilityGrade" => Beyond(t => t.Mobility >= limits.MobilityGrade),
            "periodontium.thinInclinationDeg" or "periodontium.thinRootMm" => thin,
            _ => Beyond(t => t.RecessionMm >= limits.RecessionMm),
        }));

        int[] Beyond(Func<ToothPeriodontium, bool> isBeyond) => [.. chart.Where(isBeyond).Select(t => t.Fdi)];

        PreferenceEvidence Proof(PreferenceOption option, int[] teeth)
        {
            bool isThin = option.Path.StartsWith("periodontium.thin", StringComparison.Ordinal);
            if (isThin ? thin.Length == 0 : chart.Length == 0)
                return Verdict.NotApplicable(option.Path, isThin ? "no tooth is on record as thin biotype" : "no periodontal chart of the plan's teeth is on record");
            RuleInfo[] rules = [.. RuleCatalogue.All.Select(r => r.Info).Where(i => i.Options.Contains(option.Path))];
            Finding? found = teeth.Length == 0 ? null : findings.FirstOrDefault(f => rules.Any(r => r.Id == f.Rule) && IsOf(option, f, teeth));
            string ids = string.Join(", ", rules.Select(r => r.Id));
            return found is not null
                ? Verdict.Broken(option.Path, $"{found.Rule}: {found.Message}")
                : Verdict.Obeyed(
                    option.Path,
                    teeth.Length == 0 ? $"none of {chart.Length} charted teeth has reached it" : $"no finding of {ids} at {string.Join(", ", teeth)}");
        }
    }

    // the gate for a volume names the worst of its teeth, by whichever limit, for all; a way outwards is bound in degrees or in mm
    private static bool IsOf(PreferenceOption option, Finding finding, int[] teeth) => option.Path switch
    {
        "periodontium.recededInclinationDeg" or "periodontium.thinInclinationDeg" => finding.Unit == "deg",
        "periodontium.recededCrownMm" or "periodontium.thinRootMm" => finding.Unit == "mm",
        "periodontium.recessionMm" => true,
        _ => finding.Rule == PeriodontiumWithoutCbct.Id || teeth.Contains(finding.Tooth ?? 0),
    };
}
