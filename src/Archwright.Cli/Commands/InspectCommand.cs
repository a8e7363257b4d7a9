using System.CommandLine;
using System.Text;
using System.Text.Json;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary>
/// <c>archwright inspect PATH</c>: whether a scan, or the scans of a case, can be planned on, and what is in them. Exit code 2: scan
/// again.
/// </summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A mesh file (STL, PLY, OBJ) or a case folder." };
        Option<bool> json = SharedOptions.Json();
        Option<int> threads = SharedOptions.Threads();
        var scanned = new Option<string?>("--scanned") { Description = "Day of the scan, as 2026-11-21, to judge its age." };
        scanned.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", out _))
                result.AddError("--scanned takes a day as 2026-11-21");
        });
        var preferences = new Option<string?>("--preferences")
        {
            Description = "Preset id or file whose limits ask for a CBCT and grade the case; absent: the one case.json names, else base.",
        };
        Option<string?> presets = SharedOptions.Presets();
        var page = new Option<string?>("--output", "-o") { Description = "Picture page to write: the scans in 3D with every fault marked (HTML)." };
        var command = new Command(
            "inspect", "Quality control of scans: usable or scan again, with every fault by tooth, side and size. Exit code 2: scan again.")
        {
            path, json, page, scanned, preferences, presets, threads,
        };
        command.SetAction((parsed, cancel) =>
        {
            string what = parsed.GetRequiredValue(path);
            DateOnly? day = parsed.GetValue(scanned) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd") : null;
            var request = new Request(what, parsed.GetValue(json), parsed.GetValue(page), day, parsed.GetValue(threads))
            {
                Preferences = parsed.GetValue(preferences),
                Presets = parsed.GetValue(presets),
            };
            return Task.FromResult(CaseFolder.IsCase(what) ? InspectCase(request, cancel) : InspectScan(request, cancel));
        });
        return command;
    }

    private static int InspectScan(Request request, CancellationToken cancel)
    {
        Result<ScansOfCase.ScanFiles> read = ScansOfCase.OfFile(request.Path, ScansOfCase.JawOfName(request.Path));
        RunDisplay.Print(read.Problems);
        return read.IsOk ? Report(request, read.Value, null, cancel) : ExitCode.InputRefused;
    }

    private static int InspectCase(Request request, CancellationToken cancel)
    {
        Result<CaseInput> loaded = CaseFolder.Load(request.Path, ImportMode.Repair);
        RunDisplay.Print(loaded.Problems);
        if (loaded.Value is { } input && !ScansOfCase.Of(input).IsEmpty)
            return Report(request, new ScansOfCase.ScanFiles(ScansOfCase.Of(input)), input, cancel);
        if (loaded.Value is { } teeth)
            return Measure(request, teeth, null, cancel);
        Result<ScansOfCase.ScanFiles> read = ScansOfCase.InFolder(request.Path);
        RunDisplay.Print(read.Problems);
        return read.IsOk ? Report(request, read.Value, null, cancel) : ExitCode.InputRefused;
    }

    private static int Report(Request request, ScansOfCase.ScanFiles scans, CaseInput? input, CancellationToken cancel)
    {
        var options = new ScanQualityOptions { Today = DateOnly.FromDateTime(DateTime.Today) };
        ScanToCheck[] dated = [.. scans.Scans.Select(s => s with { Scanned = request.Scanned })];
        ScanQualityReport report = RunDisplay.Run(
            request.IsJson, request.Threads, cancel, context => ScanQuality.Of(dated, options, context));
        if (!request.IsJson)
            QualityText.Print(report);
        if (request.Page is { } file)
        {
            Result<string> page = QualityPage.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(request.Path)), dated, report);
            RunDisplay.Print(page.Problems);
            if (page.Value is not { } text)
                return ExitCode.InputRefused;
            if (!RunDisplay.Write(new OutputFile(file, Encoding.UTF8.GetBytes(text))))
                return ExitCode.InputRefused;
        }

        bool isMeasurable = input is { Unlabelled.IsEmpty: true };
        int exit = report.Verdict == ScanVerdict.Rescan ? ExitCode.OpenBlockers : ExitCode.Ok;
        if (isMeasurable)
        {
            int measured = Measure(request, input!, report, cancel);
            return exit == ExitCode.Ok ? measured : exit;
        }

        if (request.IsJson)
            Console.WriteLine(JsonSerializer.Serialize(new { quality = QualityText.ToJson(report) }, JsonOutput.Options));
        return exit;
    }

    private static int Measure(Request request, CaseInput input, ScanQualityReport? report, CancellationToken cancel)
    {
        Result<MeasuredCase> measured = RunDisplay.Run(
            request.IsJson, request.Threads, cancel, context => ArchAnalysis.Run(input, new AnalysisOptions(), context));
        RunDisplay.Print(measured.Problems);
        Result<Provenance> provenance = ProvenanceFile.Read(input, request.Preferences, request.Presets);
        RunDisplay.Print(provenance.Problems);
        object? quality = report is null ? null : QualityText.ToJson(report);
        if (measured.Value is not { } found || provenance.Value is not { Preferences: var preferences })
        {
            if (request.IsJson)
                Console.WriteLine(JsonSerializer.Serialize(new { quality }, JsonOutput.Options));
            return ExitCode.InputRefused;
        }

        if (!request.IsJson)
        {
            Print(found, preferences);
            return ExitCode.Ok;
        }

        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                quality,
                orientation = found.Orientation,
                occlusalFromScan = PoseConversion.ToPose(found.OcclusalFromScan),
                found.HasBite,
                teeth = found.Teeth.Select(t => new { t.Id.Fdi, t.Landmarks.WidthMm, t.InferredShare, t.RootSource }),
                found.Occlusion,
                Gaps = GapsOf(found, preferences),
                protocol = RecordReport.Of(found, preferences),
            },
            JsonOutput.Options));
        return ExitCode.Ok;
    }

    private static void Print(MeasuredCase found, TreatmentPreferences preferences)
    {
        Console.WriteLine($"orientation: {found.Orientation.Value:0 %} sure; {found.Orientation.Evidence}");
        Console.WriteLine($"bite: {(found.HasBite ? "registered" : "none that is plausible")}");
        foreach (MeasuredArch arch in found.Arches)
        {
            string name = arch.Jaw == Jaw.Upper ? "upper" : "lower";
            ArchMeasures m = arch.Measures;
            Console.WriteLine($"{name}: {arch.Teeth.Length} teeth: {string.Join(' ', arch.Teeth.Select(t => t.Id))}");
            Console.WriteLine($"  Little {Mm(m.LittleMm)}, intercanine {Mm(m.IntercanineMm)}, intermolar {Mm(m.IntermolarMm)}, Spee {Mm(m.SpeeMm)}");
        }

        if (found.Occlusion is { } bite)
            Console.WriteLine($"overjet {Mm(bite.OverjetMm)}, overbite {Mm(bite.OverbiteMm)}, midline {Mm(bite.MidlineMm)}, deepest contact {Mm(bite.DeepestPenetrationMm)}");
        foreach (DataGap gap in GapsOf(found, preferences))
            Console.WriteLine($"gap {gap.Code}: {gap.Message}");
        RecordReport.Of(found, preferences).Print();
    }

    private static IEnumerable<DataGap> GapsOf(MeasuredCase found, TreatmentPreferences preferences) => found.Gaps.Concat(CbctTriggers.Gaps(found, preferences));

    private static string Mm(double? value) => value is { } mm ? $"{mm:0.0} mm" : "not measurable";

    private sealed record Request(string Path, bool IsJson, string? Page, DateOnly? Scanned, int Threads)
    {
        public string? Preferences { get; init; }

        public string? Presets { get; init; }
    }
}
