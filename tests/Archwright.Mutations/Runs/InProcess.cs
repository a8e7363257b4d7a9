using System.Text;

namespace Archwright.Mutations.Runs;

/// <summary>One run of the whole program inside this process, its output caught.</summary>
/// <param name="Exit">Exit code, −1 where it threw.</param>
/// <param name="Error">What it wrote to the error stream.</param>
/// <param name="Thrown">What it threw.</param>
/// <param name="CpuSeconds">Processor time of the process meanwhile.</param>
internal sealed record InProcess(int Exit, string Error, string? Thrown, double CpuSeconds)
{
    public static InProcess Run(string[] arguments, CancellationToken cancel)
    {
        TextWriter output = Console.Out;
        TextWriter error = Console.Error;
        var caught = new StringWriter(new StringBuilder());
        Console.SetOut(TextWriter.Null);
        Console.SetError(caught);
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        int exit = -1;
        string? thrown = null;
        try
        {
            exit = Cli.Program.RunAsync(arguments, cancel).GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            // whatever comes out here is what a person would have seen as a crash
            thrown = Shortened(e);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }

        return new InProcess(exit, caught.ToString(), thrown, (Environment.CpuUsage.TotalTime - begun).TotalSeconds);
    }

    private static string Shortened(Exception e)
    {
        Exception inner = e is AggregateException many ? many.Flatten().InnerExceptions[0] : e;
        IEnumerable<string> frames = (inner.StackTrace ?? "").Split('\n')
            .Select(f => f.Trim())
            .Where(f => f.Contains("Archwright", StringComparison.Ordinal))
            .Take(5)
            .Select(f => f.Split(" in ")[0].Replace("at Archwright.", "", StringComparison.Ordinal).Split('(')[0]);
        return $"{inner.GetType().Name}: {inner.Message.ReplaceLineEndings(" ")} [{string.Join(" < ", frames)}]";
    }
}
