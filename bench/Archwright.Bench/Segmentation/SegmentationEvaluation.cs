using System.Diagnostics;
using System.Text.Json;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>segment-eval real FOLDER | synthetic COUNT [--from SEED] [--cache FOLDER] [--changed] [--weights FILE] [--out FOLDER] [--guess-jaw] [--quiet]</c>:
/// segmentation against labels, one line per arch. Overlap counts vertices, as the field does; <c>surface</c> weighs them by their area. <c>either</c> counts a
/// lone premolar of a quadrant as right by either number, as sources that number by place leave open which one it is.
/// </summary>
internal static class SegmentationEvaluation
{
    internal sealed record Score(double ToothIoU, double MeanIoU, double Identified, double EitherPremolar, int CountError, int Teeth, double LeastIoU, (int Truth, int Found, double IoU)[] Pairs);

    public static void Run(ReadOnlySpan<string> args)
    {
        string[] all = args.ToArray();
        string? Option(string name) => Array.IndexOf(all, name) is var i and >= 0 ? all[i + 1] : null;
        PointNetwork network = Option("--weights") is { } file ? PointNetwork.Read(File.ReadAllBytes(file)) : SegmentationWeights.Network;
        bool guess = all.Contains("--guess-jaw");
        int first = Option("--from") is { } seed ? int.Parse(seed) : 0;
        IEnumerable<LabelledMesh> arches = all[0] == "real" ? RealScans.All(all[1])
            : Enumerable.Range(first, int.Parse(all[1])).SelectMany(s => SyntheticScans.Create((ulong)s, Option("--cache")))
                .Select((a, i) => all.Contains("--changed") ? SyntheticScans.Changed(a, (ulong)(i + 500 + (2 * first))) : a);
        bool quiet = all.Contains("--quiet");
        var scores = new List<Score>();
        int jawRight = 0;
        double shorts = 0;
        int errorCount = 0;
        int unseen = 0;
        int heldBack = 0;
        int unknownTeeth = 0;
        double overs = 0;
        double surface = 0;
        foreach (LabelledMesh arch in arches)
        {
            var clock = Stopwatch.StartNew();
            Jaw truth = arch.IsUpper ? Jaw.Upper : Jaw.Lower;
            Result<SegmentedArch> result = ArchSegmentation.Run(arch.Mesh, guess ? null : truth, network, new RunContext(1));
            double seconds = clock.Elapsed.TotalSeconds;
            if (result.Value is not { } found)
            {
                Console.WriteLine($"{arch.Name,-34} {result.Problems[0].Message}");
                scores.Add(new Score(0, 0, 0, 0, 99, 14, 0, []));
                continue;
            }

            int[] labels = [.. found.VertexLabels];
            Score score = Of(arch.Labels, labels);
            scores.Add(score);
            jawRight += found.Jaw == truth ? 1 : 0;
            int[] wrong = [.. arch.Labels.Where(l => l != 0).Distinct().Order().Except(labels)];
            int[] extra = [.. labels.Where(l => l != 0).Distinct().Order().Except(arch.Labels)];
            int[] unknown = [.. found.Teeth.Where(t => t.Unknown is not null).Select(t => t.Id.Fdi)];
            unknownTeeth += unknown.Length;
            foreach ((int t, int f, double iou) in score.Pairs)
            {
                bool isWrong = f != t || iou < 0.7;
                bool isSeen = found.Doubts.Any(d => d.Location == $"tooth {f}" || d.Location == "scan");
                errorCount += isWrong ? 1 : 0;
                unseen += isWrong && !isSeen ? 1 : 0;
                heldBack += isSeen ? 1 : 0;
            }

            int tooth = arch.Labels.Count(l => l != 0);
            double under = Enumerable.Range(0, labels.Length).Count(v => arch.Labels[v] != 0 && labels[v] == 0) / (double)tooth;
            double over = Enumerable.Range(0, labels.Length).Count(v => arch.Labels[v] == 0 && labels[v] != 0) / (double)tooth;
            double[] area = Areas(arch.Mesh);
            double surfaceIoU = Of(arch.Labels, labels, area).ToothIoU;
            surface += surfaceIoU;
            shorts += under;
            overs += over;
            if (!quiet)
                Console.WriteLine(
                $"{arch.Name,-32} short {under:0.00} over {over:0.00} tooth {score.ToothIoU:0.000} surface {surfaceIoU:0.000} all {score.MeanIoU:0.000} least {score.LeastIoU:0.00} id {score.Identified,4:0 %} count {score.CountError,2:+0;-0;0} " +
                $"jaw {found.Jaw} {found.JawConfidence:0.00} doubts {found.Doubts.Length} {seconds:0.0} s{(wrong.Length > 0 ? " lost " + string.Join(' ', wrong) : "")}{(extra.Length > 0 ? " extra " + string.Join(' ', extra) : "")}{(unknown.Length > 0 ? " unknown " + string.Join(' ', unknown) : "")}");
            if (Option("--out") is { } folder)
            {
                Directory.CreateDirectory(folder);
                string name = arch.Name.Replace('/', '-');
                File.WriteAllText(Path.Combine(folder, name + ".json"), JsonSerializer.Serialize(new { labels }));
                TriangleMesh turned = arch.Mesh.Transformed(found.OcclusalFromScan);
                File.WriteAllBytes(Path.Combine(folder, name + ".ply"), Formats.PlyWriter.Write(turned));
                File.WriteAllText(Path.Combine(folder, name + ".truth.json"), JsonSerializer.Serialize(new { labels = arch.Labels }));
            }
        }

        Console.WriteLine(
            $"{scores.Count} arches: tooth IoU {scores.Average(s => s.ToothIoU):0.000}, of the surface {surface / scores.Count:0.000}, with gingiva {scores.Average(s => s.MeanIoU):0.000}, " +
            $"identified {scores.Sum(s => s.Identified * s.Teeth) / scores.Sum(s => s.Teeth):0.0 %} (either {scores.Sum(s => s.EitherPremolar * s.Teeth) / scores.Sum(s => s.Teeth):0.0 %}), count right {scores.Count(s => s.CountError == 0)}, jaw right {jawRight}, short {shorts / scores.Count:0.000}, over {overs / scores.Count:0.000}");
        int allTeeth = scores.Sum(s => s.Teeth);
        Console.WriteLine($"teeth wrong (number, or overlap below 0.7): {errorCount} of {allTeeth}; passed by the gate unseen {unseen} ({unseen / (double)allTeeth:0.0 %}); teeth held back {heldBack}, unknown {unknownTeeth}");
    }

    internal static Score Of(int[] truth, int[] found, double[]? weight = null)
    {
        var both = new SortedDictionary<(int Truth, int Found), double>();
        var ofTruth = new SortedDictionary<int, double>();
        var ofFound = new SortedDictionary<int, double>();
        for (int v = 0; v < truth.Length; v++)
        {
            double w = weight?[v] ?? 1;
            both[(truth[v], found[v])] = both.GetValueOrDefault((truth[v], found[v])) + w;
            ofTruth[truth[v]] = ofTruth.GetValueOrDefault(truth[v]) + w;
            ofFound[found[v]] = ofFound.GetValueOrDefault(found[v]) + w;
        }

        double IoU(int a, int b) => both.GetValueOrDefault((a, b)) / (ofTruth.GetValueOrDefault(a) + ofFound.GetValueOrDefault(b) - both.GetValueOrDefault((a, b)));
        var pairs = both.Keys.Where(k => k.Truth != 0 && k.Found != 0).Select(k => (k.Truth, k.Found, IoU: IoU(k.Truth, k.Found)))
            .OrderByDescending(p => p.IoU).ToList();
        var matched = new SortedDictionary<int, (int Found, double IoU)>();
        var used = new HashSet<int>();
        foreach ((int t, int f, double iou) in pairs)
        {
            if (!matched.ContainsKey(t) && used.Add(f))
                matched[t] = (f, iou);
        }

        int[] teeth = [.. ofTruth.Keys.Where(k => k != 0)];
        double[] ious = [.. teeth.Select(t => matched.TryGetValue(t, out (int, double IoU) m) ? m.IoU : 0)];
        double Right(Func<int, int, bool> isRight) =>
            teeth.Count(t => matched.TryGetValue(t, out (int Found, double IoU) m) && m.IoU > 0.5 && isRight(t, m.Found)) / (double)teeth.Length;
        return new Score(
            ious.Average(),
            ious.Append(IoU(0, 0)).Average(),
            Right((t, f) => t == f),
            Right((t, f) => t == f || (f == OtherPremolar(t) && !teeth.Contains(f))),
            ofFound.Keys.Count(k => k != 0) - teeth.Length,
            teeth.Length,
            ious.Min(),
            [.. teeth.Select(t => matched.TryGetValue(t, out (int Found, double IoU) m) ? (t, m.Found, m.IoU) : (t, 0, 0))]);
    }

    private static int OtherPremolar(int fdi) => (fdi % 10) switch
    {
        4 => fdi + 1,
        5 => fdi - 1,
        _ => -1,
    };

    private static double[] Areas(TriangleMesh mesh)
    {
        double[] area = new double[mesh.VertexCount];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Triangle t = mesh.Triangles[f];
            foreach (int v in (ReadOnlySpan<int>)[t.A, t.B, t.C])
                area[v] += mesh.AreaVector(f).Length / 6;
        }

        return area;
    }
}
