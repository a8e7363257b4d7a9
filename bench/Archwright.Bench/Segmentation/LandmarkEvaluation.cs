using Archwright.Analysis;
using Archwright.Analysis.Tests.Landmarks;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>landmark-eval FOLDER</c>: landmarks of real arches, with their own labels, against the experts' points: error by source, kind and class
/// of tooth, with the mean offset in the tooth's frame.
/// </summary>
internal static class LandmarkEvaluation
{
    public static void Run(ReadOnlySpan<string> args)
    {
        var errors = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        var offsets = new Dictionary<string, Vec3>();
        foreach (string file in Directory.GetFiles(args[0], "*.landmarks.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            (ArchScan scan, ReferenceLandmarks[] pairs) = ReferenceLandmarks.Of(file);
            Dictionary<ToothId, ToothFrame> frames = Frames(scan);
            foreach (ReferenceLandmarks pair in pairs)
            {
                string key = $"{pair.Source} {pair.Kind} {pair.Tooth.Class}";
                offsets[key] = offsets.GetValueOrDefault(key) + frames[pair.Tooth].ToLocal(pair.Expert - pair.Own.Point);
                foreach (string group in (string[])[key, $"{pair.Source} {pair.Kind}", $"{pair.Source} all", "all"])
                {
                    if (!errors.TryGetValue(group, out List<double>? list))
                        errors[group] = list = [];
                    list.Add(pair.ErrorMm);
                }
            }
        }

        foreach ((string key, List<double> list) in errors)
        {
            double[] sorted = [.. list.Order()];
            Console.WriteLine($"{key,-34} {list.Count,4} mean {list.Average():0.00} median {sorted[sorted.Length / 2]:0.00} p90 {sorted[(int)(0.9 * (sorted.Length - 1))]:0.00}"
                + (offsets.TryGetValue(key, out Vec3 o) ? $"  off mesial {o.X / list.Count:0.0} facial {o.Y / list.Count:0.0} occlusal {o.Z / list.Count:0.0}" : ""));
        }
    }

    private static Dictionary<ToothId, ToothFrame> Frames(ArchScan scan)
    {
        var input = new CaseInput
        {
            Description = new CaseDescription(),
            HasDescription = false,
            Upper = scan.Jaw == Jaw.Upper ? scan : null,
            Lower = scan.Jaw == Jaw.Lower ? scan : null,
        };
        MeasuredCase measured = ArchAnalysis.Run(input, new AnalysisOptions(), new RunContext()).Require();
        return measured.Teeth.ToDictionary(t => t.Id, t => t.Frame.Moved(measured.OcclusalFromScan.Inverse));
    }
}
