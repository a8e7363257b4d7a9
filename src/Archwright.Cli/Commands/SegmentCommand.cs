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
        var command = new Command(
            "segment", "Label the teeth of a scan. Exit code 2: labels written, but the gate holds them back as doubtful.")
        {
            scan, jaw, output, threads,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(scan),
            parsed.GetValue(jaw) switch { "upper" => Jaw.Upper, "lower" => Jaw.Lower, _ => (Jaw?)null },
            parsed.GetRequiredValue(output),
            parsed.GetValue(threads),
            cancel)));
        return command;
    }

    private static int Run(string path, Jaw? jaw, string output, int threads, CancellationToken cancel)
    {
        Result<ImportedMesh> read = MeshReader.Read(path, ImportMode.Repair);
        RunDisplay.Print(read.Problems);
        if (!read.IsOk)
            return ExitCode.InputRefused;
        Result<SegmentedArch> segmented = RunDisplay.Run(
            quiet: false, threads, cancel, context => ArchSegmentation.Run(read.Value.Mesh, jaw, context));
        RunDisplay.Print(segmented.Problems);
        if (!segmented.IsOk)
            return ExitCode.InputRefused;
        SegmentedArch arch = segmented.Value;
        File.WriteAllBytes(output, LabelFile.Write(arch.Jaw, [.. arch.VertexLabels], read.Value));
        File.WriteAllBytes(Path.ChangeExtension(output, ".confidence.json"), Confidences(arch));
        Console.WriteLine(
            $"{(arch.Jaw == Jaw.Upper ? "upper" : "lower")} jaw ({arch.JawConfidence:0 %} sure), {arch.Teeth.Length} teeth: {string.Join(' ', arch.Teeth.Select(t => t.Id))}");
        RunDisplay.Print(arch.Doubts);
        return arch.Doubts.IsEmpty ? ExitCode.Ok : ExitCode.OpenBlockers;
    }

    private static byte[] Confidences(SegmentedArch arch) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Schema = "archwright.segmentation/1",
            arch.Jaw,
            JawConfidence = Math.Round(arch.JawConfidence, 3),
            Teeth = arch.Teeth.Select(t => new
            {
                t.Id.Fdi,
                AreaMm2 = Math.Round(t.AreaMm2, 1),
                Confidence = Math.Round(t.Confidence, 3),
                BorderConfidence = Math.Round(t.BorderConfidence, 3),
            }),
            Doubts = arch.Doubts.Select(d => new { d.Code, d.Location, d.Message }),
        },
        JsonOutput.Options);
}
