using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Where teeth cut deeper than the start or IPR allows; what the two collision rules share.</summary>
internal static class CollisionRuns
{
    private const int RunsListed = 3;

    /// <summary>One finding for each pair, at the stage where it is deepest beyond its allowance.</summary>
    public static IEnumerable<Finding> Find(RuleInfo info, PlanEvidence evidence, bool sameJaw)
    {
        PlanView plan = evidence.Plan;
        double tolerance = plan.Preferences.Checks.CollisionMm;
        foreach (PairApproach pair in evidence.Pairs.Where(p => p.SameJaw == sameJaw))
        {
            int[] over =
            [
                .. Enumerable.Range(1, pair.DepthMm.Length - 1)
                    .Where(k => PlanEvidence.IsOver(pair.DepthMm[k] - Allowance(plan, pair, k), tolerance)),
            ];
            if (over.Length > 0)
                yield return Describe(info, plan, pair, over, over.MaxBy(k => pair.DepthMm[k] - Allowance(plan, pair, k)));
        }
    }

    /// <summary>Depth a pair may have at a stage: what it had at the start, or what IPR has freed by then, mm.</summary>
    public static double Allowance(PlanView plan, PairApproach pair, int stage) =>
        Math.Max(pair.InitialMm, IprContacts.DoneMm(plan, pair.A, pair.B, stage));

    private static Finding Describe(RuleInfo info, PlanView plan, PairApproach pair, int[] over, int worst)
    {
        double ipr = IprContacts.DoneMm(plan, pair.A, pair.B, worst);
        double limit = Allowance(plan, pair, worst) + plan.Preferences.Checks.CollisionMm;
        string when = over.Length == 1 ? $"At stage {worst}" : $"At stages {Runs(over)}, most at {worst},";
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

    private static string Runs(int[] stages)
    {
        var runs = new List<string>();
        for (int i = 0; i < stages.Length; i++)
        {
            int first = stages[i];
            while (i + 1 < stages.Length && stages[i + 1] == stages[i] + 1)
                i++;
            runs.Add(first == stages[i] ? $"{first}" : $"{first}–{stages[i]}");
        }

        string more = runs.Count > RunsListed ? " and more" : "";
        return string.Join(", ", runs.Take(RunsListed)) + more;
    }
}
