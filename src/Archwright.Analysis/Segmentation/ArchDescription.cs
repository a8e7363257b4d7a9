using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Says of a solution what it found, how sure it is, and what the gate holds back.</summary>
internal static class ArchDescription
{
    /// <summary>The arch in words and numbers. O(edges).</summary>
    public static SegmentedArch Of(ArchSolution solution)
    {
        double[] area = new double[solution.Teeth.Length + 1];
        for (int v = 0; v < solution.Instances.Length; v++)
            area[solution.Instances[v]] += solution.Layout.Evidence.AreaMm2[v];
        int[] fdi = [0, .. solution.Teeth.Select(t => t.Id.Fdi)];
        SortedDictionary<(int A, int B), BorderQuality.Border> borders = BorderQuality.Of(solution.Layout.View, solution.Layout.Evidence, solution.Instances);
        UnknownTooth?[] unsound = CrownSoundness.Of(solution.Layout.View, solution.Instances, solution.Teeth);
        SegmentedTooth[] teeth =
        [
            .. solution.Teeth
                .Select((t, i) => Describe(i + 1, fdi, area[i + 1], t, borders) with { Unsound = unsound[i], IsNamed = t.IsNamed })
                .Where(t => t.AreaMm2 > 0).OrderBy(t => t.Id),
        ];
        ToothId[] confirmed = [.. solution.Teeth.Where(t => t.IsConfirmed && !t.IsGone).Select(t => t.Id)];
        double share = solution.Layout.Jaw == Jaw.Upper ? solution.Layout.Evidence.UpperShare : 1 - solution.Layout.Evidence.UpperShare;
        IEnumerable<ToothCluster> leftOut = solution.Layout.Clusters.Where(c => !solution.Teeth.Any(t => Vec3.Distance(t.Center, c.Center) < 4));
        var occlusalFromArch = new RigidTransform(solution.Layout.Jaw == Jaw.Upper ? Rotation.About(Vec3.UnitY, Math.PI) : Rotation.Identity, Vec3.Zero);
        return new SegmentedArch
        {
            Jaw = solution.Layout.Jaw,
            JawConfidence = solution.Layout.IsGuessed ? share : 1,
            VertexLabels = [.. solution.ScanInstances.Select(i => fdi[i])],
            Teeth = [.. teeth],
            OcclusalFromScan = occlusalFromArch * solution.Layout.View.Pose.ArchFromScan,
            Doubts =
            [
                .. solution.Layout.IsGiven
                    ? SegmentationGate.OfTeeth(teeth, confirmed)
                    : SegmentationGate.Doubts(solution.Layout.View.Pose, solution.Layout.Jaw, share, solution.Layout.IsGuessed, teeth, solution.Teeth, leftOut, confirmed),
            ],
        };
    }

    private static SegmentedTooth Describe(
        int label, int[] fdi, double areaMm2, SolvedTooth tooth, SortedDictionary<(int A, int B), BorderQuality.Border> borders)
    {
        (int Towards, BorderQuality.Border Border)[] own =
        [
            .. borders.Where(b => b.Key.A == label || b.Key.B == label)
                .Select(b => (fdi[b.Key.A == label ? b.Key.B : b.Key.A], b.Value)).OrderBy(b => b.Item1),
        ];
        int edges = own.Sum(b => b.Border.Edges);
        double quality = edges > 0 ? own.Sum(b => b.Border.Sum) / edges : 1;
        return new SegmentedTooth(
            tooth.Id,
            areaMm2,
            tooth.Confidence,
            tooth.IsConfirmed ? 1 : quality,
            [.. own.Select(b => new FoundBorder(b.Towards, b.Border.LengthMm, b.Border.Quality))]);
    }
}
