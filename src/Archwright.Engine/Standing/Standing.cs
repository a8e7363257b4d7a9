using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Rules;

namespace Archwright.Engine;

/// <summary>How a version of a plan stands, from its findings and the signatures beside it (CHK-06, CHK-07, STG-09).</summary>
public static class Standing
{
    /// <summary>
    /// The standing. Findings are those of a fresh judgement, never the plan's own. Where the folder's files are not those plan.json
    /// names, the version is not the one that was signed, and no signature counts.
    /// </summary>
    /// <param name="findings">What the rules and the folder's files say, made anew.</param>
    /// <param name="version">SHA-256 of plan.json; null where the folder is not the one plan.json describes.</param>
    /// <param name="waivers">Waivers on record; null where there are none.</param>
    /// <param name="review">Review on record; null where there is none.</param>
    public static PlanStanding Of(ImmutableArray<Finding> findings, string? version, PlanWaivers? waivers, PlanReview? review)
    {
        ImmutableArray<FindingWaiver> signed = waivers?.Waivers ?? [];
        var notCounted = ImmutableArray.CreateBuilder<string>();
        if (version is null && (review is not null || !signed.IsEmpty))
            notCounted.Add("no signature counts: the folder's files are not those plan.json names");
        ILookup<bool, FindingWaiver> counts = signed.ToLookup(w => version is not null && WaiverCheck.WhyNot(w, findings, version) is null);
        if (version is not null)
            notCounted.AddRange(counts[false].Select(w => WaiverCheck.WhyNot(w, findings, version)!));

        FindingWaiver[] counted = [.. counts[true]];
        ImmutableArray<string> lacks = ReviewCheck.Lacks(version is null ? null : review, findings, version ?? "");
        PlanState state = !lacks.IsEmpty ? PlanState.Initial
            : review!.Answers.Any(a => a.Decision == ReviewDecision.Change) ? PlanState.ChangesWanted
            : PlanState.Reviewed;
        int open = findings.Count(f => SeverityPolicy.Of(f.Severity).ShutsApproval && !counted.Any(w => w.IsOf(f)));
        IEnumerable<string> missing = lacks;
        if (state == PlanState.ChangesWanted)
            missing = review!.Answers.Where(a => a.Decision == ReviewDecision.Change).Select(a => $"{a.Question}: the reviewer wants a change: {a.Remark}");
        if (open > 0)
            missing = missing.Append($"{open} blocking finding{(open == 1 ? " is" : "s are")} open");
        return new PlanStanding
        {
            State = state,
            OpenBlockers = open,
            Approvable = open == 0 && state == PlanState.Reviewed,
            Waivers = [.. findings.SelectMany(f => counted.Where(w => w.IsOf(f))).Distinct()],
            Review = version is not null && review?.PlanSha256 == version ? review : null,
            Missing = [.. missing],
            NotCounted = notCounted.ToImmutable(),
        };
    }
}
