using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Rules;

namespace Archwright.Engine;

/// <summary>Which waivers count: the treating doctor's, with a reason, under that very finding of that very version (CHK-07).</summary>
public static class WaiverCheck
{
    /// <summary>Why a finding may not be waived by anybody; null where the treating doctor may.</summary>
    public static string? WhyNot(Finding finding) => RuleCatalogue.Find(finding.Rule)?.Info switch
    {
        null => $"{finding.Rule} is about the folder's files: no signature makes another file the one that was planned",
        { MayBeWaived: false } => $"{finding.Rule} says that the plan cannot be carried out or checked, which no signature changes",
        _ => finding.Severity == FindingSeverity.Advice ? $"{finding.Rule} is advice: there is nothing to waive" : null,
    };

    /// <summary>Why a waiver counts for nothing among these findings of this version; null where it counts.</summary>
    public static string? WhyNot(FindingWaiver waiver, ImmutableArray<Finding> findings, string planSha256)
    {
        string Says(string why) => $"the waiver of {waiver.Rule} by {waiver.By} of {waiver.On:yyyy-MM-dd} does not count: {why}";
        if (waiver.PlanSha256 != planSha256)
            return Says("it was signed for another version of the plan");
        if (waiver.Role != SignatoryRole.TreatingDoctor)
            return Says($"only the treating doctor may waive, not a {PreferenceOption.Text(waiver.Role).Replace('-', ' ')}");
        if (string.IsNullOrWhiteSpace(waiver.By) || string.IsNullOrWhiteSpace(waiver.Reason))
            return Says("a signature has a name and a reason");
        if (findings.FirstOrDefault(waiver.IsOf) is not { } finding)
            return Says("the plan has no such finding");
        return WhyNot(finding) is { } never ? Says(never) : null;
    }
}
