using Archwright.Mutations.Runs;

namespace Archwright.Mutations;

/// <summary>
/// Runs the whole program on thousands of damaged cases and prints what became of them; exit code 1 where one of them crashed,
/// hung, said no place or left something half-written. <c>--count N --from K --jobs J</c>; <c>--log FILE</c> keeps what is done
/// and goes on behind it; <c>--small</c> makes every mutant of a scan of the smallest case; <c>--only K</c> runs one mutant here and
/// leaves its folder to look at.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length > 0 && args[0] == "--worker")
            return Work(int.Parse(args[1]), int.Parse(args[2]), int.Parse(args[3]), args.Contains("--small"));
        if (args.Length > 0 && args[0] == "--only")
            return Only(int.Parse(args[1]), args.Contains("--small"));

        int Number(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1]) : otherwise;
        int from = Number("--from", 0);
        int end = from + Number("--count", 10_000);
        SweepLog? log = Array.IndexOf(args, "--log") is >= 0 and var named ? new SweepLog(args[named + 1]) : null;
        int next = log?.FirstMissing(from) ?? from;
        Outcome[] run = Sweep.Run(next, Math.Max(0, end - next), Number("--jobs", 1), args.Contains("--small"), o =>
        {
            log?.Add(o);
            if (o.Failures.Length > 0)
                ResultTable.Failure(o, Console.Error);
        });
        Outcome[] outcomes = [.. (log?.Earlier ?? []).Where(o => o.Index >= from && o.Index < Math.Min(next, end)), .. run];
        ResultTable.Print(outcomes, Console.Out);
        return outcomes.All(o => o.Failures.Length == 0) ? 0 : 1;
    }

    private static int Work(int first, int last, int step, bool isSmall)
    {
        string scratch = Directory.CreateTempSubdirectory("archwright-mutants-").FullName;
        try
        {
            var run = MutantRun.Prepare(scratch, isSmall);
            for (int i = first; i <= last; i += step)
            {
                ReportLines.Begin(i);
                ReportLines.Write(run.Run(i));
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return 0;
    }

    private static int Only(int index, bool isSmall)
    {
        string scratch = Directory.CreateTempSubdirectory("archwright-mutants-").FullName;
        Outcome outcome = MutantRun.Prepare(scratch, isSmall).Run(index, keep: true);
        Console.WriteLine($"{outcome.Form} ({outcome.What}): exit {outcome.Exit}, {outcome.CpuSeconds:0.00} s");
        foreach (string failure in outcome.Failures)
            Console.WriteLine(failure);
        return outcome.Failures.Length == 0 ? 0 : 1;
    }
}
