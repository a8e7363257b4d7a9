using System.Diagnostics;
using System.Reflection;

namespace Archwright.Mutations.Runs;

/// <summary>
/// Mutants <c>from</c> … <c>from + count − 1</c>, shared out among worker processes. A worker that dies (stack, memory, hang) costs
/// the mutant it was at and is started anew behind it.
/// </summary>
internal static class Sweep
{
    public static Outcome[] Run(int from, int count, int jobs, bool isSmall, Action<Outcome> report)
    {
        var outcomes = new Outcome?[count];
        var gate = new Lock();
        Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, job =>
        {
            int[] mine = [.. Enumerable.Range(from, count).Where(i => i % jobs == job)];
            int at = 0;
            while (at < mine.Length)
                at = Work(mine[at..], jobs, isSmall, Take) is { } died ? Array.IndexOf(mine, died) + 1 : mine.Length;
        });
        return [.. outcomes.OfType<Outcome>()];

        void Take(Outcome outcome)
        {
            lock (gate)
            {
                outcomes[outcome.Index - from] = outcome;
                report(outcome);
            }
        }
    }

    /// <summary>Runs one worker over numbers; the number it died at, or null where it came to its end.</summary>
    private static int? Work(int[] numbers, int step, bool isSmall, Action<Outcome> take)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { Assembly.GetExecutingAssembly().Location, "--worker", $"{numbers[0]}", $"{numbers[^1]}", $"{step}", isSmall ? "--small" : "--all" })
            start.ArgumentList.Add(argument);
        // a file that asks for more memory than any scan needs dies here rather than taking the machine along
        start.Environment["DOTNET_GCHeapHardLimit"] = "0xC0000000";
        using Process worker = Process.Start(start)!;
        Task<string> error = worker.StandardError.ReadToEndAsync();
        int begun = -1;
        bool isOpen = false;
        while (worker.StandardOutput.ReadLine() is { } line)
        {
            if (ReportLines.Begun(line) is { } index)
                (begun, isOpen) = (index, true);
            if (ReportLines.Read(line) is not { } outcome)
                continue;
            isOpen = false;
            take(outcome);
        }

        worker.WaitForExit();
        string last = string.Join(" | ", error.Result.Split('\n').Where(l => l.Trim().Length > 0).Take(8));
        if (begun < 0)
            throw new InvalidOperationException("a worker does not start: " + last);
        if (isOpen)
            take(new Outcome(begun, Forms.Form.Of(begun).Name, "", -2, 0, false, [$"crash: the process died with {worker.ExitCode}: {last}"]));
        return worker.ExitCode == 0 ? null : begun;
    }
}
