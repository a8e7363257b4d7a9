using System.Globalization;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.Synthesis;
using MathNet.Numerics.Statistics;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>crown-fit FROM COUNT</c>: what <see cref="CrownNorms"/> and <see cref="CrownSoundness"/> know. On COUNT synthetic cases from seed FROM on, as made and changed, sound and
/// with a damaged crown on each side of each jaw: parts of sound crowns against published sizes (medians, deviations of the logarithm), and the weights of the present norms'
/// evidence by logistic regression.
/// </summary>
internal static class CrownFit
{
    private const double LeastIoU = 0.5;
    private const double LeastSoundIoU = 0.7;

    public static void Run(ReadOnlySpan<string> args)
    {
        int from = int.Parse(args[0], CultureInfo.InvariantCulture);
        int count = int.Parse(args[1], CultureInfo.InvariantCulture);
        var shares = new SortedDictionary<(Jaw, int), List<double[]>>();
        var evidence = new List<double[]>();
        var isDamaged = new List<bool>();
        for (int seed = from; seed < from + count; seed++)
        {
            foreach (bool damaged in (ReadOnlySpan<bool>)[false, true])
            {
                (LabelledMesh[] arches, int[] chosen) = Made((ulong)seed, damaged);
                foreach (LabelledMesh arch in arches.SelectMany(a => new[] { a, SyntheticScans.Changed(a, (ulong)seed + 9000) }))
                    Add(arch, chosen, shares, evidence, isDamaged, isMade: arches.Contains(arch) && !damaged);
            }
        }

        foreach (((Jaw jaw, int position), List<double[]> of) in shares)
        {
            IEnumerable<string> medians = Enumerable.Range(0, of[0].Length)
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"{of.Select(s => s[p]).Median():0.00}"));
            Console.WriteLine($"{jaw} {position}: {of.Count} crowns, whole, mesial, distal, facial, lingual, width: {string.Join(", ", medians)}");
        }

        foreach ((string name, int at) in (ReadOnlySpan<(string, int)>)[("height", 0), ("width", 5)])
        {
            double[] off = [.. shares.Values.SelectMany(of => of.Select(s => Math.Log(s[at] / of.Select(t => t[at]).Median())))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"deviation of the {name}, arches as made: {Math.Sqrt(off.Average(x => x * x)):0.000}"));
        }

        double[] weights = GateFit.Fitted([.. evidence], [.. isDamaged]);
        string all = string.Join(", ", weights.Select(w => w.ToString("0.0", CultureInfo.InvariantCulture)));
        Console.WriteLine($"{evidence.Count} crowns, {isDamaged.Count(d => d)} damaged; weights {all}");
        for (double limit = 0.1; limit < 0.95; limit += 0.1)
        {
            bool[] called = [.. evidence.Select(e => 1 / (1 + Math.Exp(-e.Zip(weights, (a, b) => a * b).Sum())) >= limit)];
            int passed = called.Zip(isDamaged).Count(c => !c.First && c.Second);
            Console.WriteLine($"  limit {limit:0.0}: damaged taken for sound {passed}, sound for damaged {called.Zip(isDamaged).Count(c => c.First && !c.Second)}");
        }
    }

    private static (LabelledMesh[] Arches, int[] Damaged) Made(ulong seed, bool isDamaged)
    {
        SeededRandom random = new SeededRandom(seed).Fork("crown-fit");
        var chosen = new List<ToothDamage>();
        LabelledMesh[] arches = SyntheticScans.Create(seed, damage: there =>
        {
            foreach (ToothId[] able in there.Where(id => id.Position < 8).GroupBy(id => (id.Jaw, id.IsRight)).OrderBy(g => g.Key).Select(g => g.ToArray()))
                chosen.Add(new ToothDamage(able[random.Next(able.Length)], (ToothDamageKind)random.Next(3)));
            return isDamaged ? chosen : [];
        });
        return (arches, isDamaged ? [.. chosen.Select(d => d.Tooth.Fdi)] : []);
    }

    private static void Add(
        LabelledMesh arch, int[] damaged, SortedDictionary<(Jaw, int), List<double[]>> shares, List<double[]> evidence, List<bool> isDamaged, bool isMade)
    {
        if (ArchSegmentation.Solve(arch.Mesh, arch.IsUpper ? Jaw.Upper : Jaw.Lower, new RunContext(1)).Value is not { } solution)
            return;
        (ToothId Id, CrownForm? Form)[] crowns = [.. solution.Teeth.Select((t, i) => (t.Id, CrownForm.Of(solution.Layout.View, solution.Instances, i + 1)))];
        if (CrownSoundness.SizeOf(crowns) is not { } size)
            return;
        foreach ((int truth, int own, double iou) in SegmentationEvaluation.Of(arch.Labels, [.. solution.Arch.VertexLabels]).Pairs)
        {
            (ToothId id, CrownForm? form) = Array.Find(crowns, c => c.Id.Fdi == own);
            if (form is null || iou < LeastIoU || truth != own)
                continue;
            bool isOwn = damaged.Contains(truth);

            // a sound crown whose border is wrong is none to learn from
            if (isOwn || iou >= LeastSoundIoU)
            {
                CrownForm? twin = Array.Find(crowns, c => c.Id.ArchPlace == -id.ArchPlace).Form;
                evidence.Add(CrownSoundness.Evidence(id, form, twin, size).Evidence);
                isDamaged.Add(isOwn);
            }

            if (!isMade)
                continue;
            ToothNorms norms = ToothNorms.Of(id);
            if (!shares.TryGetValue((id.Jaw, id.Position), out List<double[]>? list))
                shares[(id.Jaw, id.Position)] = list = [];
            list.Add([.. form.PartsMm.Select(p => Math.Max(p, 0.1) / norms.CrownHeightMm / size.Height), form.WidthMm / norms.MesiodistalMm / size.Width]);
        }
    }
}
