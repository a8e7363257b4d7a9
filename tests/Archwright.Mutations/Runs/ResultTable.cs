using System.Globalization;
using Archwright.Mutations.Forms;

namespace Archwright.Mutations.Runs;

/// <summary>The figures of a sweep as a Markdown table, then the slowest runs and every failure.</summary>
internal static class ResultTable
{
    public static void Print(IReadOnlyCollection<Outcome> outcomes, TextWriter to)
    {
        to.WriteLine("| form | runs | planned (0) | with findings (2) | refused (3) | usage (4) | cancelled | slow | slowest, CPU s | failures |");
        to.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (string form in Form.All.Select(f => f.Name))
            Row(form, [.. outcomes.Where(o => o.Form == form)], to);
        Row("all", [.. outcomes], to);
        to.WriteLine();
        to.WriteLine("slowest:");
        foreach (Outcome o in outcomes.OrderByDescending(o => o.CpuSeconds).ThenBy(o => o.Index).Take(12))
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {o.CpuSeconds:0.0} s  #{o.Index} {o.Form} ({o.What})"));
        foreach (Outcome o in outcomes.Where(o => o.Failures.Length > 0))
            Failure(o, to);
    }

    public static void Failure(Outcome o, TextWriter to)
    {
        to.WriteLine($"FAILURE #{o.Index} {o.Form} ({o.What})");
        foreach (string failure in o.Failures)
            to.WriteLine($"    {failure}");
    }

    private static void Row(string name, Outcome[] of, TextWriter to)
    {
        int Exits(int code) => of.Count(o => o.Exit == code);
        double slowest = of.Length == 0 ? 0 : of.Max(o => o.CpuSeconds);
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {of.Length} | {Exits(0)} | {Exits(2)} | {Exits(3)} | {Exits(4)} | {Exits(130)} | {of.Count(o => o.IsSlow)} | {slowest:0.0} | {of.Count(o => o.Failures.Length > 0)} |"));
    }
}
