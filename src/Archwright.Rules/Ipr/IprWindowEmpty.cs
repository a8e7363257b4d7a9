using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A contact needs its space before enamel may be reduced.</summary>
public sealed class IprWindowEmpty : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR008",
        nameof(IprWindowEmpty),
        "ipr",
        FindingSeverity.Warning,
        "The window of every contact with IPR is open: the first stage in which its teeth reach deeper than at the start is not before the earliest stage of "
            + "the preferences.",
        ["IPR-05", "IPR-07", "IPR-01"],
        "user",
        ["design.md 5: earliest = preference, latest = the first stage that needs the space; an empty window is a finding"],
        "")
    {
        Options = ["ipr.earliestStage", "checks.collisionMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        int earliest = evidence.Plan.Preferences.Ipr.EarliestStage;
        double tolerance = evidence.Plan.Preferences.Checks.CollisionMm;
        foreach (IprContact contact in IprContacts.Of(evidence.Plan))
        {
            PairApproach? pair = evidence.Pairs.FirstOrDefault(p => p.A == contact.A && p.B == contact.B);
            if (pair is null)
                continue;
            for (int k = 1; k < Math.Min(earliest, pair.DepthMm.Length); k++)
            {
                double limit = pair.InitialMm + tolerance;
                if (!PlanEvidence.IsOver(pair.DepthMm[k], limit))
                    continue;
                yield return Info.Finding(
                    $"Contact {contact.A}–{contact.B}: its space is needed at stage {k}, IPR is allowed from stage {earliest} on: no stage is left for it.",
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
