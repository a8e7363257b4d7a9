using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Where teeth cut deeper than the start or IPR allows; what the two collision rules share.</summary>
internal static class CollisionRuns
{
    /// <summary>One finding for each pair and unbroken run of stages, at the stage where the pair is deepest beyond its allowance.</summary>
    public static IEnumerable<Finding> Find(RuleInfo info, PlanEvidence evidence, bool sameJaw)
    {
        double tolerance = evidence.Plan.Preferences.Checks.CollisionMm;
        foreach (PairApproach pair in evidence.Pairs.Where(p => p.SameJaw == sameJaw))
        {
            int from = -1;
            int worst = -1;
            double worstExcess = 0;
            for (int k = 1; k <= pair.DepthMm.Length; k++)
            {
                double excess = k == pair.DepthMm.Length ? 0 : pair.DepthMm[k] - Allowance(evidence.Plan, pair, k);
                if (PlanEvidence.IsOver(excess, tolerance))
                {
                    from = from < 0 ? k : from;
                    if (excess > worstExcess)
                        (worst, worstExcess) = (k, excess);
                }
                else if (from >= 0)
                {
                    yield return Describe(info, evidence.Plan, pair, from, k - 1, worst);
                    (from, worst, worstExcess) = (-1, -1, 0);
                }
            }
        }
    }

    /// <summary>Depth a pair may have at a stage: what it had at the start, or what IPR has freed by then, mm.</summary>
    public static double Allowance(PlanView plan, PairApproach pair, int stage) =>
        Math.Max(pair.InitialMm, IprContacts.DoneMm(plan, pair.A, pair.B, stage));

    private static Finding Describe(RuleInfo info, PlanView plan, PairApproach pair, int from, int to, int worst)
    {
        double ipr = IprContacts.DoneMm(plan, pair.A, pair.B, worst);
        double limit = Allowance(plan, pair, worst) + plan.Preferences.Checks.CollisionMm;
        string when = from == to ? $"At stage {from}" : $"At stages {from}–{to}, most at {worst},";
        return info.Finding(
            $"{when} teeth {pair.A} and {pair.B} cut {RuleInfo.Text(pair.DepthMm[worst])} mm into each other; allowed are "
                + $"{RuleInfo.Text(limit)} mm (start {RuleInfo.Text(pair.InitialMm)}, IPR {RuleInfo.Text(ipr)}, tolerance "
                + $"{RuleInfo.Text(plan.Preferences.Checks.CollisionMm)}).",
            pair.A,
            pair.B,
            worst,
            pair.DepthMm[worst],
            limit,
            "mm");
    }
}
