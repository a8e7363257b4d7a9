using System.CommandLine;
using Archwright.Cli.Commands;

namespace Archwright.Cli;

/// <summary>Entry point: one command per file in Commands.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => RunAsync(args, CancellationToken.None);

    /// <summary>The whole program: arguments to exit code. Throws only where the program itself is at fault.</summary>
    internal static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var root = new RootCommand(
            """
            Archwright plans clear-aligner treatment from scans. It is not a cleared medical device.

            Examples:
              archwright demo                          generate a sample case and plan it
              archwright plan cases/anna -o plans/anna plan a case folder
              archwright inspect cases/anna             are the scans good enough? every fault by tooth and side
              archwright segment upper.stl -o l.json   label the teeth of a scan
              archwright check plans/anna              is this a good plan? any plan folder, also an edited one
              archwright review plans/anna             the questions a reviewer answers; --answers FILE records them
              archwright waive plans/anna --finding MOV010 --by NAME --role treating-doctor --reason TEXT
              archwright verify plans/anna             is this the plan that was written? files against their hashes
              archwright compare cases/anna --preferences base --preferences slow-and-safe
              archwright letter plans/anna             what will under-express, and what to do instead
              archwright explain MOV001                what a rule checks, and why
              archwright preferences explain ipr       what a preference steers, and who set it

            Exit codes: 0 done or approvable, 2 blocking findings open, 3 input refused, 4 wrong usage, 130 cancelled.
            """)
        {
            PlanCommand.Create(),
            InspectCommand.Create(),
            SegmentCommand.Create(),
            LandmarksCommand.Create(),
            SynthCommand.Create(),
            DemoCommand.Create(),
            ExplainCommand.Create(),
            CheckCommand.Create(),
            VerifyCommand.Create(),
            ReviewCommand.Create(),
            WaiveCommand.Create(),
            PreferencesCommand.Create(),
            CompareCommand.Create(),
            LetterCommand.Create(),
        };
        foreach (Option output in root.Subcommands.SelectMany(c => c.Options).Where(o => o.Name == "--output"))
            SharedOptions.NeedsAName(output);
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
                Console.Error.WriteLine($"archwright: {error.Message}");
            Console.Error.WriteLine("archwright: see archwright --help");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancel);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("archwright: cancelled; nothing was written");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"archwright: {e.Message}");
            return ExitCode.InputRefused;
        }
    }
}
