using System.CommandLine;
using System.Text.Json;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright landmarks SCAN --labels FILE -o FILE</c>: named points of the teeth of a labelled arch.</summary>
internal static class LandmarksCommand
{
    public static Command Create()
    {
        var scan = new Argument<string>("scan") { Description = "A scan of one arch (STL, PLY, OBJ)." };
        var labels = new Option<string>("--labels") { Description = "Its label file (Teeth3DS form).", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "JSON file to write: [{fdi, type, xyz, confidence}].", Required = true };
        Option<int> threads = SharedOptions.Threads();
        Option<bool> json = SharedOptions.Json();
        var command = new Command("landmarks", "Contacts, cusps, edges, facial-axis and margin points of the teeth of a labelled scan.")
        {
            scan, labels, output, threads, json,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(scan),
            parsed.GetRequiredValue(labels),
            parsed.GetRequiredValue(output),
            parsed.GetValue(json),
            parsed.GetValue(threads),
            cancel)));
        return command;
    }

    private static int Run(string path, string labelPath, string output, bool json, int threads, CancellationToken cancel)
    {
        Result<ArchScan> arch = LabelledScanFile.Read(path, labelPath);
        RunDisplay.Print(arch.Problems);
        if (!arch.IsOk)
            return ExitCode.InputRefused;
        Result<IReadOnlyList<ScanLandmark>> found = RunDisplay.Run(
            json, threads, cancel, context => ArchLandmarks.Of(arch.Value, context));
        RunDisplay.Print(found.Problems);
        if (!found.IsOk)
            return ExitCode.InputRefused;
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(
            found.Value.Select(l => new
            {
                l.Tooth.Fdi,
                Type = JsonNamingPolicy.SnakeCaseLower.ConvertName(l.Type.ToString()),
                Xyz = new[] { Math.Round(l.Point.X, 4), Math.Round(l.Point.Y, 4), Math.Round(l.Point.Z, 4) },
                l.Confidence,
            }),
            JsonOutput.Options);
        if (!RunDisplay.Write(new OutputFile(output, content)))
            return ExitCode.InputRefused;
        int teeth = found.Value.Select(l => l.Tooth).Distinct().Count();
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { landmarks = found.Value.Count, teeth, file = Path.GetFileName(output) }, JsonOutput.Options)
            : $"{found.Value.Count} landmarks of {teeth} teeth");
        return ExitCode.Ok;
    }
}
