using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Rules;

namespace Archwright.Engine;

/// <summary>Whether a recorded review is complete (CHK-06): the right person, this version, every question decided, with words where words are owed.</summary>
public static class ReviewCheck
{
    /// <summary>What a review lacks, one sentence each; empty where it is complete.</summary>
    /// <param name="review">The review on record; null where there is none.</param>
    /// <param name="findings">The plan's findings, made anew.</param>
    /// <param name="planSha256">The plan's version.</param>
    public static ImmutableArray<string> Lacks(PlanReview? review, ImmutableArray<Finding> findings, string planSha256)
    {
        if (review is null)
            return ["no review is on record: the plan is initial"];
        if (review.PlanSha256 != planSha256)
            return ["the review on record is of another version of the plan"];
        var lacks = ImmutableArray.CreateBuilder<string>();
        if (string.IsNullOrWhiteSpace(review.By))
            lacks.Add("the review names no reviewer");
        if (review.Role is not (SignatoryRole.ClinicalReviewer or SignatoryRole.TreatingDoctor))
            lacks.Add($"a plan is reviewed by a clinical reviewer or the treating doctor, not by a {PreferenceOption.Text(review.Role).Replace('-', ' ')}");
        foreach (ReviewQuestion question in ReviewQuestion.All)
            lacks.AddRange(Lacks(question, [.. review.Answers.Where(a => a.Question == question.Id)], findings));
        foreach (ReviewAnswer stray in review.Answers.Where(a => ReviewQuestion.All.All(q => q.Id != a.Question)))
            lacks.Add($"{stray.Question}: the list has no such question");
        return lacks.ToImmutable();
    }

    private static IEnumerable<string> Lacks(ReviewQuestion question, ImmutableArray<ReviewAnswer> answers, ImmutableArray<Finding> findings)
    {
        if (answers is not [{ Decision: { } decision } answer])
        {
            yield return answers.Length > 1 ? $"{question.Id}: answered more than once" : $"{question.Id}: not answered";
            yield break;
        }

        if (!string.IsNullOrWhiteSpace(answer.Remark))
            yield break;
        int owed = findings.Count(f => f.Severity != FindingSeverity.Advice && ReviewQuestion.Of(f) == question);
        if (decision == ReviewDecision.Change)
            yield return $"{question.Id}: the remark says what shall change";
        else if (owed > 0)
            yield return $"{question.Id}: {owed} finding{(owed == 1 ? "" : "s")} of weight fall under it, and the remark says why the plan may stand";
    }
}
