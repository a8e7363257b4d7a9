using System.CommandLine;
using System.Text.Json;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright inspect PATH</c>: what is in a scan file, or in a case folder, before anything is planned.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A mesh file (STL, PLY, OBJ) or a case folder." };
        Option<bool> json = SharedOptions.Json();
        Option<int> threads = SharedOptions.Threads();
        var command = new Command(
            "inspect", "Say what is in a scan or case: counts, units, holes, parts; orientation, bite and teeth of a case.")
        {
            path, json, threads,
        };
        command.SetAction((parsed, cancel) =>
        {
            string what = parsed.GetRequiredValue(path);
            return Task.FromResult(CaseFolder.IsCase(what)
                ? InspectCase(what, parsed.GetValue(json), parsed.GetValue(threads), cancel)
                : InspectScan(what, parsed.GetValue(json)));
        });
        return command;
    }

    private static int InspectScan(string path, bool json)
    {
        Result<ImportedMesh> read = MeshReader.Read(path, ImportMode.Inspect);
        RunDisplay.Print(read.Problems);
        if (!read.IsOk)
            return ExitCode.InputRefused;
        ScanFacts facts = ScanFacts.Of(read.Value.Mesh);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { file = read.Value.Facts, facts, defects = read.Value.Repairs }, JsonOutput.Options));
        else
            Print(Path.GetFileName(path), read.Value, facts);
        return ExitCode.Ok;
    }

    private static int InspectCase(string folder, bool json, int threads, CancellationToken cancel)
    {
        Result<CaseInput> loaded = CaseFolder.Load(folder, ImportMode.Repair);
        RunDisplay.Print(loaded.Problems);
        if (!loaded.IsOk)
            return ExitCode.InputRefused;
        CaseInput input = loaded.Value;
        Result<MeasuredCase> measured = RunDisplay.Run(
            json, threads, cancel, context => ArchAnalysis.Run(input, new AnalysisOptions(), context));
        RunDisplay.Print(measured.Problems);
        if (!measured.IsOk)
            return ExitCode.InputRefused;
        (string Name, ScanFacts Facts)[] scans =
        [
            .. new[] { input.Upper, input.Lower }.OfType<ArchScan>()
                .Select(s => (s.Jaw == Jaw.Upper ? "upper" : "lower", ScanFacts.Of(s.Mesh, s.FaceLabels))),
        ];
        MeasuredCase found = measured.Value;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    scans = scans.Select(s => new { s.Name, s.Facts }),
                    orientation = found.Orientation,
                    occlusalFromScan = PoseConversion.ToPose(found.OcclusalFromScan),
                    found.HasBite,
                    teeth = found.Teeth.Select(t => new { t.Id.Fdi, t.Landmarks.WidthMm, t.InferredShare, t.RootSource }),
                    found.Occlusion,
                    found.Gaps,
                    protocol = RecordReport.Of(found),
                },
                JsonOutput.Options));
            return ExitCode.Ok;
        }

        foreach ((string name, ScanFacts facts) in scans)
            Print(name, null, facts);
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
        foreach (DataGap gap in found.Gaps)
            Console.WriteLine($"gap {gap.Code}: {gap.Message}");
        RecordReport.Of(found).Print();
        return ExitCode.Ok;
    }

    private static void Print(string name, ImportedMesh? file, ScanFacts facts)
    {
        Console.WriteLine(
            $"{name}: {(file is null ? "" : file.Facts.Format + ", ")}{facts.VertexCount} vertices, {facts.FaceCount} faces, " +
            $"{facts.Size.X:0.0} × {facts.Size.Y:0.0} × {facts.Size.Z:0.0}, unit by size: {facts.Unit}");
        Console.WriteLine(
            $"  {facts.ComponentCount} parts, {(facts.IsClosed ? "closed" : "open")}, {facts.Borders.Length} border loops, " +
            $"{facts.NonManifoldEdgeCount} non-manifold edges, median edge {facts.MedianEdgeMm:0.00} mm, area {facts.AreaMm2:0} mm²");
        foreach (HoleFacts hole in facts.Borders.Skip(facts.IsClosed ? 0 : 1).Take(8))
            Console.WriteLine($"  hole: {hole.PerimeterMm:0.0} mm round, {hole.AreaMm2:0.00} mm², at {hole.Center.X:0.0}, {hole.Center.Y:0.0}, {hole.Center.Z:0.0}");
        if (facts.Borders.Length > 9)
            Console.WriteLine($"  … and {facts.Borders.Length - 9} more holes");
        if (facts.MissingTeeth.Length > 0)
            Console.WriteLine($"  missing: {string.Join(' ', facts.MissingTeeth)}");
        foreach (MeshRepair defect in file?.Repairs ?? [])
            Console.WriteLine($"  {defect.Code}: {defect.Message}");
    }

    private static string Mm(double? value) => value is { } mm ? $"{mm:0.0} mm" : "not measurable";
}
