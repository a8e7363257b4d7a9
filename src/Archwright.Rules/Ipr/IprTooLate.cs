using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Teeth need the space of an IPR before it is done.</summary>
public sealed class IprTooLate : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR006",
        nameof(IprTooLate),
        "ipr",
        FindingSeverity.Warning,
        "No two teeth with IPR at their contact cut deeper than allowed at a stage before their last IPR.",
        ["IPR-05", "IPR-07"],
        "user",
        ["requirements.csv IPR-05 (not later than the first stage that uses the space)"],
        "")
    {
        Options = ["checks.collisionMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double tolerance = evidence.Plan.Preferences.Checks.CollisionMm;
        foreach (IprContact contact in IprContacts.Of(evidence.Plan))
        {
            PairApproach? pair = evidence.Pairs.FirstOrDefault(p => p.A == contact.A && p.B == contact.B);
            int done = contact.Entries[^1].Stage;
            for (int k = 1; pair is not null && k < Math.Min(done, pair.DepthMm.Length); k++)
            {
                double limit = CollisionRuns.Allowance(evidence.Plan, pair, k) + tolerance;
                if (!PlanEvidence.IsOver(pair.DepthMm[k], limit))
                    continue;
                yield return Info.Finding(
                    $"Contact {contact.A}–{contact.B}: the space is needed at stage {k}, IPR comes at stage {done}.",
                    contact.A,
                    contact.B,
                    k,
                    pair.DepthMm[k],
                    limit,
                    "mm");
                break;
            }
        }
    }
}
