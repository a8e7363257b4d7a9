using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Holes by tooth and side. Every border loop but the scan's own edge is a hole; its size is the area of the fan from its middle,
/// which is at least that of the missing surface where this is nearly flat. Nothing is closed. O(border).
/// </summary>
internal static class HoleCheck
{
    // share of the rim's faces that must be a crown's for the hole to be the crown's
    private const double CrownShare = 0.25;
    private const double NearGumMm = 3;

    /// <summary>Defects, and the area missing per tooth.</summary>
    public static (List<ScanDefect> Defects, SortedDictionary<ToothId, double> MissingMm2) Of(CheckedScan scan, ScanQualityOptions options)
    {
        var found = new List<ScanDefect>();
        var missing = new SortedDictionary<ToothId, double>();
        foreach (BoundaryLoop loop in scan.Loops.Skip(EdgeLoops(scan)))
        {
            (double area, Vec3 center, Vec3 normal, double reach) = Measure(scan, loop);
            int[] rim = [.. RimFaces(scan, loop)];
            IGrouping<int, int>[] votes = [.. rim.Select(f => scan.Labels[f]).GroupBy(l => l).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)];
            IGrouping<int, int>[] crowns = [.. votes.Where(g => g.Key != 0)];
            int onCrowns = crowns.Sum(g => g.Count());
            bool isCrown = onCrowns >= CrownShare * rim.Length;
            bool isBetween = isCrown && crowns.Length > 1 && crowns[1].Count() >= CrownShare * onCrowns;
            if (!isCrown && scan.ToothAt([], center, NearGumMm) is null)
                continue;
            double limit = isBetween ? options.InterproximalHoleMm2 : isCrown ? options.CrownHoleMm2 : options.GingivaHoleMm2;
            if (isCrown)
            {
                var id = ToothId.FromFdi(crowns[0].Key);
                missing[id] = missing.GetValueOrDefault(id) + area;
            }

            if (area < limit)
                continue;
            string code = isBetween ? "hole-interproximal" : isCrown ? "hole-crown" : "hole-gingiva";
            string what = isBetween ? "a hole between two crowns" : isCrown ? "a hole" : "a hole in the gum";
            found.Add(scan.Defect(
                code, DefectSeverity.Rescan, center, normal, isCrown ? rim.Where(f => scan.Labels[f] == crowns[0].Key) : [], area, limit, "mm²", what) with
            {
                ReachMm = reach,
                Outline = [.. loop.Vertices.Select(v => scan.Mesh.Vertices[v])],
            });
        }

        return (found, missing);
    }

    /// <summary>How many of the loops, the longest, are the scan's own edge: none where the scan is closed but for holes.</summary>
    public static int EdgeLoops(CheckedScan scan)
    {
        // the edge of an arch goes round it: an arch is longer than wide, so more than twice its greatest extent
        Vec3 size = scan.Mesh.Bounds.Size;
        double extent = Math.Max(size.X, Math.Max(size.Y, size.Z));
        return scan.Loops.Length > 0 && scan.Loops[0].LengthMm > 1.5 * extent ? 1 : 0;
    }

    private static (double AreaMm2, Vec3 Center, Vec3 Normal, double ReachMm) Measure(CheckedScan scan, BoundaryLoop loop)
    {
        Vec3 center = Vec3.Zero;
        Vec3 normal = Vec3.Zero;
        foreach (int v in loop.Vertices)
        {
            center += scan.Mesh.Vertices[v];
            normal += scan.Normals[v];
        }

        center /= loop.Vertices.Length;
        double area = 0;
        double reach = 0;
        for (int i = 0; i < loop.Vertices.Length; i++)
        {
            Vec3 a = scan.Mesh.Vertices[loop.Vertices[i]] - center;
            Vec3 b = scan.Mesh.Vertices[loop.Vertices[(i + 1) % loop.Vertices.Length]] - center;
            area += Vec3.Cross(a, b).Length / 2;
            reach = Math.Max(reach, a.Length);
        }

        return (area, center, normal.Normalized(), reach);
    }

    private static IEnumerable<int> RimFaces(CheckedScan scan, BoundaryLoop loop)
    {
        var seen = new SortedSet<int>();
        foreach (int v in loop.Vertices)
        {
            foreach (int f in scan.Topology.FacesOf(v))
                seen.Add(f);
        }

        return seen;
    }
}
