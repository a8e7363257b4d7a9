using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>Findings as lines for a person: blockers first, at most a screenful, the rest counted.</summary>
internal static class FindingsTable
{
    private const int LinesMax = 20;

    public static void Print(IReadOnlyCollection<Finding> findings)
    {
        foreach (Finding f in findings.Take(LinesMax))
            Console.WriteLine($"  {f.Severity.ToString().ToLowerInvariant(),-8} {f.Rule}  {f.Message}");
        if (findings.Count > LinesMax)
            Console.WriteLine($"  … and {findings.Count - LinesMax} more, all in plan.json and review.html");
    }
}
