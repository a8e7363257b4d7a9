using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Sum of IPR per arch; what the two rules of arch totals share.</summary>
internal static class IprArchTotal
{
    /// <summary>A finding for each arch whose total lies above <paramref name="limit"/> and not above <paramref name="upTo"/>, mm.</summary>
    public static IEnumerable<Finding> Over(RuleInfo info, PlanView plan, double limit, double upTo)
    {
        foreach (Jaw jaw in new[] { Jaw.Upper, Jaw.Lower })
        {
            double total = IprContacts.Of(plan).Where(c => c.A.Jaw == jaw).Sum(c => c.TotalMm);
            if (!PlanEvidence.IsOver(total, limit) || PlanEvidence.IsOver(total, upTo))
                continue;
            yield return info.Finding(
                $"{jaw} arch: {RuleInfo.Text(total)} mm of enamel in all; the limit is {RuleInfo.Text(limit)} mm.",
                measured: total,
                limit: limit,
                unit: "mm");
        }
    }
}
