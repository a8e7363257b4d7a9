using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Crowns smoothed over: moved while they were scanned, wet, or closed and smoothed by software. Method: how sharply a crown bends, the
/// ninth decile of how far its normals differ within 1 mm, against its counterpart across the midline. O(vertices). Known limits: two crowns
/// smoothed alike, or one without a counterpart, have nothing to stand against; a crown that is worn or restored flat on one side only
/// reads the same.
/// </summary>
internal static class SmearCheck
{
    private const double Decile = 0.9;
    private const double MarginMm = 0.8;
    private const int FewestVertices = 60;
    private const int MostSamples = 250;
    private const double ReachMm = 1;

    public static IEnumerable<ScanDefect> Of(CheckedScan scan, double[] toMargin, ScanQualityOptions options)
    {
        (ToothPlace Tooth, double Sharpness)[] crowns = [.. Sharpness(scan, toMargin)];
        foreach ((ToothPlace tooth, double own) in crowns)
        {
            double other = crowns.FirstOrDefault(c => c.Tooth.Id.Position == tooth.Id.Position && c.Tooth.Id.IsRight != tooth.Id.IsRight).Sharpness;
            if (other == 0)
                continue;
            double share = own / other;
            if (share >= options.SmearedShare)
                continue;
            yield return new ScanDefect(
                "smeared", DefectSeverity.Rescan, scan.Name,
                FormattableString.Invariant($"crown {tooth.Id} is smoothed over: it bends {share:0.##} times as sharply as its counterpart, limit {options.SmearedShare:0.##}"))
            {
                Tooth = tooth.Id,
                At = tooth.Center,
                ReachMm = 4,
                Measured = share,
                Limit = options.SmearedShare,
                Unit = "ratio",
            };
        }
    }

    private static IEnumerable<(ToothPlace Tooth, double Sharpness)> Sharpness(CheckedScan scan, double[] toMargin)
    {
        var byTooth = new SortedDictionary<int, List<int>>();
        for (int v = 0; v < toMargin.Length; v++)
        {
            int fdi = scan.VertexTooth[v];
            if (fdi == 0 || toMargin[v] < MarginMm)
                continue;
            if (!byTooth.TryGetValue(fdi, out List<int>? list))
                byTooth[fdi] = list = [];
            list.Add(v);
        }

        foreach ((int fdi, List<int> inner) in byTooth)
        {
            if (inner.Count < FewestVertices || scan.Tooth(fdi) is not { } tooth)
                continue;
            var grid = PointGrid.Of([.. inner.Select(v => scan.Mesh.Vertices[v])], ReachMm);
            int stride = ((inner.Count - 1) / MostSamples) + 1;
            double[] spread = [.. Enumerable.Range(0, (inner.Count + stride - 1) / stride).Select(i => Spread(scan, grid, inner, inner[i * stride])).Order()];
            yield return (tooth, spread[(int)(Decile * (spread.Length - 1))]);
        }
    }

    // How far normals differ within reach: 0 on a plane, 1 where they cancel.
    private static double Spread(CheckedScan scan, PointGrid grid, List<int> inner, int vertex)
    {
        var near = new List<int>();
        grid.Near(scan.Mesh.Vertices[vertex], ReachMm, near);
        Vec3 sum = Vec3.Zero;
        foreach (int i in near)
            sum += scan.Normals[inner[i]];
        return 1 - (sum.Length / near.Count);
    }
}
