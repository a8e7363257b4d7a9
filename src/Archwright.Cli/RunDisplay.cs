using Archwright.Formats;
using Archwright.Primitives;
using Spectre.Console;

namespace Archwright.Cli;

/// <summary>Runs long work with a progress bar per pipeline stage; silent where output is piped or JSON is asked for.</summary>
internal static class RunDisplay
{
    /// <summary>Runs <paramref name="work"/> with a context that shows its progress on the terminal's error stream.</summary>
    public static T Run<T>(bool quiet, int threads, CancellationToken cancel, Func<RunContext, T> work)
    {
        if (quiet || Console.IsErrorRedirected || Console.IsOutputRedirected)
            return work(new RunContext(threads, cancel: cancel));

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress =>
            {
                var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                var gate = new Lock();
                void Show(StageProgress p)
                {
                    lock (gate)
                    {
                        if (!bars.TryGetValue(p.Stage, out ProgressTask? bar))
                            bars[p.Stage] = bar = progress.AddTask(p.Stage);
                        bar.Value = 100 * p.Fraction;
                        bar.Description = p.Note is null ? p.Stage : $"{p.Stage}: {Markup.Escape(p.Note)}";
                    }
                }

                return work(new RunContext(threads, report: Show, cancel: cancel));
            });
    }

    /// <summary>Writes files whole or not at all and prints why where they could not be; true where they stand.</summary>
    public static bool Write(params ReadOnlySpan<OutputFile> files)
    {
        Problem? problem = WholeFile.Write(files);
        Print(problem is null ? [] : [problem]);
        return problem is null;
    }

    /// <summary>Prints located problems to the error stream, errors first.</summary>
    public static void Print(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems.OrderByDescending(p => p.Severity))
            Console.Error.WriteLine(problem);
    }
}
