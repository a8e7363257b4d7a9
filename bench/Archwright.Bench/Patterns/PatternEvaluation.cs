using System.Diagnostics;
using System.Globalization;

namespace Archwright.Bench.Patterns;

/// <summary>
/// <c>pattern-eval --from A --count N [--jobs J]</c>: synthetic cases over all macro patterns, planned and measured; one row of
/// comma-separated values a case, in order of seeds, then a summary after '#'. Each job is a process of its own on one thread, so that its
/// processor time is its own; a case that fails is a row of the summary and never ends the sweep. <c>--step S</c> takes every S-th seed.
/// </summary>
internal static class PatternEvaluation
{
    public static void Run(ReadOnlySpan<string> args)
    {
        string[] all = args.ToArray();
        int Option(string name, int otherwise) =>
            Array.IndexOf(all, name) is var i and >= 0 ? int.Parse(all[i + 1], CultureInfo.InvariantCulture) : otherwise;
        int from = Option("--from", 1000);
        int count = Option("--count", 10);
        int jobs = Math.Max(1, Option("--jobs", 1));
        int step = Option("--step", 1);
        if (Array.IndexOf(all, "--rows") >= 0)
        {
            Rows(from, count, step);
            return;
        }

        Console.WriteLine(PatternRow.Head);
        var waiting = new SortedDictionary<int, string>();
        int next = 0;
        Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, j =>
        {
            int own = (count - j + jobs - 1) / jobs;
            foreach (string line in Child(from + (j * step), own, step * jobs))
            {
                lock (waiting)
                {
                    waiting[(SeedOf(line) - from) / step] = line;
                    for (; waiting.TryGetValue(next, out string? ready); next++)
                        Console.WriteLine(ready);
                }
            }
        });
        PatternSummary.Print([.. waiting.Values]);
    }

    private static void Rows(int from, int count, int step)
    {
        for (int i = 0; i < count; i++)
        {
            int seed = from + (i * step);
            string line;
            try
            {
                line = PatternRow.Of(PatternCase.Of(seed)).Line();
            }
#pragma warning disable CA1031 // a sweep goes on, whatever one case does
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                line = $"# {seed}: {trouble.GetType().Name}: {trouble.Message.ReplaceLineEndings(" ")}";
            }

            Console.WriteLine(line);
        }
    }

    private static IEnumerable<string> Child(int from, int count, int step)
    {
        string program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(PatternEvaluation).Assembly.Location);
        foreach (string argument in (string[])["pattern-eval", "--rows", "--from", $"{from}", "--count", $"{count}", "--step", $"{step}"])
            start.ArgumentList.Add(argument);
        using Process child = Process.Start(start)!;
        while (child.StandardOutput.ReadLine() is { } line)
            yield return line;
        child.WaitForExit();
    }

    private static int SeedOf(string line) =>
        int.Parse(line.TrimStart('#', ' ').Split(',', ':')[0], CultureInfo.InvariantCulture);
}
