using System.CommandLine;
using System.Text.Json;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright segment SCAN -o labels.json</c>: the teeth of an unlabelled arch, with confidences beside them.</summary>
internal static class SegmentCommand
{
    public static Command Create()
    {
        var scan = new Argument<string>("scan") { Description = "A scan of one arch (STL, PLY, OBJ), in any pose." };
        var jaw = new Option<string>("--jaw") { Description = "upper or lower; found from the shape where it is not given." };
        jaw.AcceptOnlyFromAmong("upper", "lower");
        var output = new Option<string>("--output", "-o") { Description = "Label file to write (Teeth3DS form).", Required = true };
        Option<int> threads = SharedOptions.Threads();
        Option<bool> json = SharedOptions.Json();
        var command = new Command(
            "segment", "Label the teeth of a scan. Exit code 2: labels written, but the gate holds them back as doubtful.")
        {
            scan, jaw, output, threads, json,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(scan),
            parsed.GetValue(jaw) switch { "upper" => Jaw.Upper, "lower" => Jaw.Lower, _ => (Jaw?)null },
            parsed.GetRequiredValue(output),
            parsed.GetValue(json),
            parsed.GetValue(threads),
            cancel)));
        return command;
    }

    private static int Run(string path, Jaw? jaw, string output, bool json, int threads, CancellationToken cancel)
    {
        Result<ImportedMesh> read = MeshReader.Read(path, ImportMode.Repair);
        RunDisplay.Print(read.Problems);
        if (!read.IsOk)
            return ExitCode.InputRefused;
        Result<SegmentedArch> segmented = RunDisplay.Run(
            json, threads, cancel, context => ArchSegmentation.Run(read.Value.Mesh, jaw, context));
        RunDisplay.Print(segmented.Problems.Select(p => p with { Location = Path.GetFileName(path) }));
        if (!segmented.IsOk)
            return ExitCode.InputRefused;
        FoundLabels found = CaseSegmentation.Found(segmented.Value, read.Value.MeshVertexOfFileVertex, Path.GetFileName(path));
        File.WriteAllBytes(output, LabelFile.Write(found));
        File.WriteAllBytes(Path.ChangeExtension(output, ".confidence.json"), SegmentationJson.Write(found));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { found.Jaw, found.JawConfidence, found.Teeth, doubts = found.Doubts.Select(d => new { d.Code, d.Tooth?.Fdi, d.Message }) },
                JsonOutput.Options));
        }
        else
        {
            Console.WriteLine(
                $"{(found.Jaw == Jaw.Upper ? "upper" : "lower")} jaw ({found.JawConfidence:0 %} sure), {found.Teeth.Length} teeth: {string.Join(' ', found.Teeth.Select(t => t.Fdi))}");
            RunDisplay.Print(segmented.Value.Doubts);
        }

        return found.Doubts.IsEmpty ? ExitCode.Ok : ExitCode.OpenBlockers;
    }
}
