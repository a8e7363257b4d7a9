using System.Globalization;

namespace Archwright.Bench.Patterns;

/// <summary>The sweep in a few lines: what was asked (issue of the planning engine), and what was found.</summary>
internal static class PatternSummary
{
    public static void Print(IReadOnlyList<string> lines)
    {
        PatternRow[] rows = [.. lines.Where(l => !l.StartsWith('#')).Select(PatternRow.Parse)];
        Say($"{rows.Length} cases planned, {lines.Count - rows.Length} failed");
        if (rows.Length == 0)
            return;
        Of("all", rows);
        foreach (var pattern in rows.GroupBy(r => r.Pattern).OrderBy(g => g.Key, StringComparer.Ordinal))
            Of(pattern.Key, [.. pattern]);
        Say($"steps over a limit {rows.Sum(r => r.OverLimit)} (greatest share {rows.Max(r => r.WorstShare):0.0000})");
        Say($"plans with an overlap over {PlanMeasures.CollisionMm} mm {rows.Count(r => r.OverlapMm > PlanMeasures.CollisionMm)} (deepest {rows.Max(r => r.OverlapMm):0.000} mm)");
        Say($"of an attachment {rows.Count(r => r.AttachmentOverlapMm > PlanMeasures.CollisionMm)} (deepest {rows.Max(r => r.AttachmentOverlapMm):0.000} mm)");
        Say($"events and steps without cause {rows.Sum(r => r.WithoutCause)}; plans with an anchor beyond its bound {rows.Count(r => r.AnchorShare > 1)} (greatest share {rows.Max(r => r.AnchorShare):0.00})");
        Say($"movements before their attachment (ATT004) {rows.Sum(r => r.LateAttachments)} in {rows.Count(r => r.LateAttachments > 0)} plans; attachments with no place {rows.Sum(r => r.Unplaced)}");
        Say($"processor seconds of staging: median {At([.. rows.Select(r => r.StagingCpu)], 0.5):0.0}, worst {rows.Max(r => r.StagingCpu):0.0}");
        Say($"even split: trays over N_LB median {At([.. rows.Select(r => (double)r.EvenTrays / Math.Max(1, r.LeastByLimits))], 0.5):0.00}, colliding pair-stages median {At([.. rows.Select(r => (double)r.EvenColliding)], 0.5):0}, none in {rows.Count(r => r.EvenColliding == 0)}");
    }

    private static void Of(string name, PatternRow[] rows)
    {
        double[] ratios = [.. rows.Select(r => r.Ratio())];
        PatternRow worst = rows.MaxBy(r => r.Ratio())!;
        string Broken(Func<PatternRow, string> state) => $"{rows.Count(r => state(r) == "broken")}";
        Say(
            $"{name}: {rows.Length} plans; trays over the bound median {At(ratios, 0.5):0.00}, p90 {At(ratios, 0.9):0.00}, worst {worst.Ratio():0.00} (seed {worst.Seed}, {worst.Preset}); "
                + $"phase order broken in {Broken(r => r.PhasesInOrder)}, order in a tooth {Broken(r => r.MicroOrder)}, lead share {Broken(r => r.LeadShare)}; with shortfalls {rows.Count(r => r.Shortfalls > 0)}");
    }

    private static double At(double[] values, double share)
    {
        Array.Sort(values);
        return values[(int)Math.Round(share * (values.Length - 1))];
    }

    private static void Say(FormattableString text) => Console.WriteLine("# " + text.ToString(CultureInfo.InvariantCulture));

    private static void Say(string text) => Console.WriteLine("# " + text);
}
