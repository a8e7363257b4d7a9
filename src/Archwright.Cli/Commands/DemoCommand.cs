using System.CommandLine;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright demo</c>: generates a sample case, plans it and says where to look.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        Option<string> output = SharedOptions.Output("Folder for the sample case and its plan.", Path.Combine("out", "demo"));
        Option<int> threads = SharedOptions.Threads();
        var command = new Command("demo", "Generate a sample case, plan it and print where its review page is.") { output, threads };
        command.SetAction((parsed, cancel) =>
            Task.FromResult(Run(parsed.GetRequiredValue(output), parsed.GetValue(threads), cancel)));
        return command;
    }

    private static int Run(string output, int threads, CancellationToken cancel)
    {
        string caseFolder = Path.Combine(output, "case");
        string planFolder = Path.Combine(output, "plan");
        var request = new SynthCommand.Request(caseFolder, "crowding", Seed: 7, Triangles: 60_000, RandomPose: false)
        {
            Objectives = SyntheticRecords.FullObjectives,
        };
        int made = SynthCommand.Run(request, threads, cancel);
        if (made != ExitCode.Ok)
            return made;
        Console.WriteLine($"sample case: {caseFolder}");
        return PlanCommand.Run(new PlanCommand.Request(caseFolder, planFolder, Models: true, Json: false), threads, cancel);
    }
}
