using Archwright.Analysis;
using Archwright.Analysis.Tests.Landmarks;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>landmark-eval FOLDER [--contacts] | synthetic FIRST LAST TRIANGLES</c>: landmarks of real arches, with their own labels, against the experts' points: error by source, kind and class
/// of tooth, with the mean offset in the tooth's frame; or of synthetic arches cusps and facial-axis points against their truth, and how far neighbours' contacts lie apart. With <c>--contacts</c> all mesial and
/// distal points are held against contacts, those of Teeth3DS too.
/// </summary>
internal static class LandmarkEvaluation
{
    public static void Run(ReadOnlySpan<string> args)
    {
        if (args[0] == "synthetic")
        {
            Synthetic(int.Parse(args[1]), int.Parse(args[2]), int.Parse(args[3]));
            return;
        }

        var errors = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        var offsets = new Dictionary<string, Vec3>();
        foreach (string file in Directory.GetFiles(args[0], "*.landmarks.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            (ArchScan scan, ReferenceLandmarks[] pairs) = ReferenceLandmarks.Of(file, args.Contains("--contacts"));
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

    private static void Synthetic(int first, int last, int triangles)
    {
        var cusps = new List<double>();
        var facial = new List<double>();
        var contacts = new List<double>();
        for (int seed = first; seed <= last; seed++)
        {
            SyntheticCase made = SyntheticDentition.Create(
                SynthesisPresets.MildCrowding((ulong)seed) with { TrianglesPerArch = triangles }, new RunContext(1));
            ScanLandmark[] found = [.. new[] { made.Upper!, made.Lower! }.SelectMany(s => ArchLandmarks.Of(s, new RunContext(1)).Require())];
            foreach (SyntheticTooth truth in made.Teeth)
            {
                ScanLandmark[] own = [.. found.Where(l => l.Tooth == truth.Id)];
                if (own.Length == 0)
                    continue;
                facial.Add(own.Where(l => l.Type == LandmarkType.FacialAxis).Min(l => Vec3.Distance(l.Point, truth.Tooth.Landmarks.FacialAxisPoint)));
                if (truth.Id.Class != ToothClass.Incisor)
                    cusps.AddRange(truth.Tooth.Landmarks.Cusps.Select(c => own.Where(l => l.Type == LandmarkType.Cusp).Min(l => Vec3.Distance(l.Point, c))));
            }

            foreach (IGrouping<Jaw, ToothId> arch in made.Teeth.Select(t => t.Id).GroupBy(t => t.Jaw))
            {
                ToothId[] row = [.. arch.OrderBy(t => t.ArchPlace)];
                Vec3 Contact(ToothId id, bool isMesial) =>
                    found.Single(l => l.Tooth == id && l.Type == (isMesial ? LandmarkType.Mesial : LandmarkType.Distal)).Point;
                contacts.AddRange(row.Zip(row.Skip(1), (a, b) => Vec3.Distance(Contact(a, a.IsRight), Contact(b, !b.IsRight))));
            }
        }

        foreach ((string name, List<double> list) in new[] { ("cusps", cusps), ("facial axis", facial), ("contacts apart", contacts) })
        {
            double[] sorted = [.. list.Order()];
            Console.WriteLine(
                $"{name}: {list.Count}, mean {list.Average():0.000}, median {sorted[sorted.Length / 2]:0.000}, nine tenths {sorted[(int)(0.9 * (sorted.Length - 1))]:0.000}, most {sorted[^1]:0.000}");
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
