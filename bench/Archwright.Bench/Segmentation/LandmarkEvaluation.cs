using System.Text.Json;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary><c>landmark-eval FOLDER</c>: landmarks of real arches, with their own labels, against the experts' points.</summary>
internal static class LandmarkEvaluation
{
    public static void Run(ReadOnlySpan<string> args)
    {
        var errors = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        var offsets = new Dictionary<string, Vec3>();
        foreach (string file in Directory.GetFiles(args[0], "*.landmarks.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string stem = file[..^".landmarks.json".Length];
            ArchScan scan = LabelledScanFile.Read(stem + ".ply", stem + ".labels.json").Require();
            IReadOnlyList<ScanLandmark> found = ArchLandmarks.Of(scan, new RunContext()).Require();
            MeasuredCase measured = ArchAnalysis.Run(
                new CaseInput
                {
                    Description = new CaseDescription(),
                    HasDescription = false,
                    Upper = scan.Jaw == Jaw.Upper ? scan : null,
                    Lower = scan.Jaw == Jaw.Lower ? scan : null,
                },
                new AnalysisOptions(),
                new RunContext()).Require();
            var frames = measured.Teeth.ToDictionary(t => t.Id.Fdi, t => t.Frame.Moved(measured.OcclusalFromScan.Inverse));
            string source = file.Contains("striar", StringComparison.Ordinal) ? "striar" : "teeth3ds";
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (JsonElement e in document.RootElement.EnumerateArray().Where(e => !e.TryGetProperty("suspect", out _)))
            {
                int fdi = e.GetProperty("fdi").GetInt32();
                string type = e.GetProperty("type").GetString()!;
                double[] x = [.. e.GetProperty("xyz").EnumerateArray().Select(n => n.GetDouble())];
                var truth = new Vec3(x[0], x[1], x[2]);
                string kind = type.StartsWith("cusp", StringComparison.Ordinal) ? "cusp" : type;
                IEnumerable<ScanLandmark> own = found.Where(l => l.Tooth.Fdi == fdi && Matches(kind, l.Type, source));
                if (!own.Any())
                    continue;
                ScanLandmark nearest = own.MinBy(l => Vec3.Distance(l.Point, truth))!;
                double error = Vec3.Distance(nearest.Point, truth);
                Vec3 off = truth - nearest.Point;
                ToothFrame frame = frames[fdi];
                offsets[$"{source} {kind} {ToothId.FromFdi(fdi).Class}"] = offsets.GetValueOrDefault($"{source} {kind} {ToothId.FromFdi(fdi).Class}")
                    + new Vec3(Vec3.Dot(off, frame.Mesial), Vec3.Dot(off, frame.Facial), Vec3.Dot(off, frame.Occlusal));
                Add($"{source} {kind}", error);
                Add($"{source} {kind} {ToothId.FromFdi(fdi).Class}", error);
                Add($"{source} all", error);
                Add("all", error);
            }
        }

        void Add(string key, double error)
        {
            if (!errors.TryGetValue(key, out List<double>? list))
                errors[key] = list = [];
            list.Add(error);
        }

        foreach ((string key, List<double> list) in errors)
        {
            double[] sorted = [.. list.Order()];
            Console.WriteLine($"{key,-34} {list.Count,4} mean {list.Average():0.00} median {sorted[sorted.Length / 2]:0.00} p90 {sorted[(int)(0.9 * (sorted.Length - 1))]:0.00}"
                + (offsets.TryGetValue(key, out Vec3 o) ? $"  off mesial {o.X / list.Count:0.0} facial {o.Y / list.Count:0.0} occlusal {o.Z / list.Count:0.0}" : ""));
        }
    }

    // striar's outer and inner lie on the middle of the crown, not at its margin
    private static bool Matches(string kind, LandmarkType type, string source) => kind switch
    {
        "mesial" => type == LandmarkType.Mesial,
        "distal" => type == LandmarkType.Distal,
        "facial_axis" => type == LandmarkType.FacialAxis,
        "outer" => type == (source == "striar" ? LandmarkType.FacialAxis : LandmarkType.Outer),
        "inner" => type == (source == "striar" ? LandmarkType.Lingual : LandmarkType.Inner),
        "cusp" => type is LandmarkType.Cusp or LandmarkType.IncisalEdge,
        _ => false,
    };
}
