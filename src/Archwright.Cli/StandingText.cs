using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>How a plan stands, as lines for a person.</summary>
internal static class StandingText
{
    public static void Print(PlanStanding standing)
    {
        foreach (string line in standing.NotCounted)
            Console.WriteLine($"  {line}");
        string waived = standing.Waivers.IsEmpty ? "" : $", {standing.Waivers.Length} waived by the treating doctor";
        Console.WriteLine((standing.OpenBlockers == 0 ? "no blocking finding is open" : $"{standing.OpenBlockers} blocking findings are open") + waived);
        string state = PreferenceOption.Text(standing.State).Replace('-', ' ');
        if (standing.Approvable)
        {
            Console.WriteLine($"{state}: approvable");
            return;
        }

        Console.WriteLine($"{state}: not approvable");
        foreach (string line in standing.Missing)
            Console.WriteLine($"  missing  {line}");
    }
}
