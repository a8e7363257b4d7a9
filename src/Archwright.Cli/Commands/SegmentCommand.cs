using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright segment SCAN -o labels.json</c>: the teeth of an unlabelled arch, with confidences beside them; or given labels, corrected.</summary>
internal static class SegmentCommand
{
    public static Command Create()
    {
        var scan = new Argument<string>("scan") { Description = "A scan of one arch (STL, PLY, OBJ), in any pose." };
        var jaw = new Option<string>("--jaw") { Description = "upper or lower; found from the shape where it is not given." };
        jaw.AcceptOnlyFromAmong("upper", "lower");
        var output = new Option<string>("--output", "-o") { Description = "Label file to write (Teeth3DS form).", Required = true };
        var edits = new Option<string?>("--edits") { Description = "Corrections to apply (labels.edits.json): seeds, splits, merges, numbers, borders." };
        var labels = new Option<string?>("--labels") { Description = "Labels that are given (Teeth3DS form): nothing is found, --edits correct them." };
        Option<int> threads = SharedOptions.Threads();
        Option<bool> json = SharedOptions.Json();
        var command = new Command(
            "segment", "Label the teeth of a scan. Exit code 2: labels written, but the gate holds them back as doubtful.")
        {
            scan, jaw, labels, edits, output, threads, json,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            new Request(
                parsed.GetRequiredValue(scan),
                parsed.GetValue(jaw) switch { "upper" => Jaw.Upper, "lower" => Jaw.Lower, _ => (Jaw?)null },
                parsed.GetRequiredValue(output),
                parsed.GetValue(edits),
                parsed.GetValue(labels),
                parsed.GetValue(json)),
            parsed.GetValue(threads),
            cancel)));
        return command;
    }

    private static int Run(Request request, int threads, CancellationToken cancel)
    {
        (string path, Jaw? jaw, string output, string? editsFile, string? labelFile, bool json) = request;
        Result<StartingScan> read = labelFile is null ? StartingScan.Unlabelled(path, jaw) : StartingScan.Labelled(path, labelFile, jaw);
        RunDisplay.Print(read.Problems);
        if (!read.IsOk)
            return ExitCode.InputRefused;
        Result<LabelEdits>? edits = editsFile is null ? null : LabelEditsJson.ReadFile(editsFile);
        RunDisplay.Print(edits?.Problems ?? []);
        if (edits is { IsOk: false })
            return ExitCode.InputRefused;

        Result<ArchSolution> solved = RunDisplay.Run(json, threads, cancel, read.Value.Solve);
        RunDisplay.Print(solved.Problems.Select(p => p with { Location = Path.GetFileName(path) }));
        if (!solved.IsOk)
            return ExitCode.InputRefused;
        var clock = Stopwatch.StartNew();
        Result<ArchSolution> corrected = LabelEditing.Apply(
            solved.Value, [.. edits?.Value?.Edits ?? []], new RunContext(threads, cancel: cancel));
        double milliseconds = clock.Elapsed.TotalMilliseconds;
        RunDisplay.Print(corrected.Problems.Select(p => p with { Location = $"{Path.GetFileName(editsFile)}, {p.Location}" }));
        if (!corrected.IsOk)
            return ExitCode.InputRefused;
        SegmentedArch arch = corrected.Value.Arch;
        FoundLabels found = read.Value.Found(solved.Value, corrected.Value);
        if (!RunDisplay.Write(
            new OutputFile(output, LabelFile.Write(found)),
            new OutputFile(Path.ChangeExtension(output, ".confidence.json"), SegmentationJson.Write(found))))
        {
            return ExitCode.InputRefused;
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { found.Jaw, found.JawConfidence, found.Teeth, doubts = found.Doubts.Select(d => new { d.Code, d.Tooth?.Fdi, d.Message }) },
                JsonOutput.Options));
        }
        else
        {
            Console.WriteLine(
                $"{(found.Jaw == Jaw.Upper ? "upper" : "lower")} jaw ({found.JawConfidence:0 %} sure), {found.Teeth.Length} teeth: " +
                $"{string.Join(' ', found.Teeth.Select(t => t.Fdi))}{Unknown(found)}");
            if (edits?.Value is { } applied)
                Console.WriteLine($"{applied.Edits.Length} edits applied in {milliseconds:0} ms");
            RunDisplay.Print(arch.Doubts);
        }

        return found.Doubts.IsEmpty ? ExitCode.Ok : ExitCode.OpenBlockers;
    }

    private static string Unknown(FoundLabels found) => found.Teeth.Any(t => t.Unknown is not null)
        ? "; unknown what stands at " + string.Join(' ', found.Teeth.Where(t => t.Unknown is not null).Select(t => t.Fdi))
        : "";

    private sealed record Request(string Scan, Jaw? Jaw, string Output, string? Edits, string? Labels, bool Json);
}
