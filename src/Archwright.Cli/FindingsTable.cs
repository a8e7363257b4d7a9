using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>Findings as lines for a person: blockers first, at most a screenful, the rest counted.</summary>
internal static class FindingsTable
{
    private const int LinesMax = 20;

    public static void Print(IReadOnlyCollection<Finding> findings, IReadOnlyCollection<FindingWaiver>? waivers = null)
    {
        foreach (Finding f in findings.Take(LinesMax))
        {
            FindingWaiver? waiver = waivers?.FirstOrDefault(w => w.IsOf(f));
            Console.WriteLine($"  {(waiver is null ? f.Severity.ToString().ToLowerInvariant() : "waived"),-8} {f.Rule}  {f.Message}");
            if (waiver is not null)
                Console.WriteLine($"             waived by {waiver.By}, treating doctor, {waiver.On:yyyy-MM-dd}: {waiver.Reason}");
        }

        if (findings.Count > LinesMax)
            Console.WriteLine($"  … and {findings.Count - LinesMax} more, all in plan.json and review.html");
    }
}
