using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Bubbles, drops and pits on crowns. Method: a ring round each place that bends more than its neighbours foretells, by a
/// quadric fitted to it, how high the surface should be in the middle; a bubble is higher or lower than that by far more than
/// the quadric misses the ring itself. Only walls are judged: biting surfaces are all bumps and pits. O(vertices · ring).
/// Known limits: nothing within 2 mm of the margin, on biting surfaces, on front teeth lingually, or on crowns too coarse for a ring of points.
/// </summary>
internal static class BubbleCheck
{
    private const double RingMm = 0.9;
    private const double ClearOfFit = 4;
    private const double LeastBend = 0.35;
    private const int Sectors = 8;
    private const double MarginMm = 0.8;
    private const int FewestPoints = 12;

    // how much of the ring must lie on the same crown, and how alike it must look
    private const double SameCrown = 0.85;
    private const double Alike = 0.85;
    private const double WallCosine = 0.6;

    public static List<ScanDefect> Of(CheckedScan scan, double[] bend, double[] toMargin, ScanQualityOptions options, RunContext context)
    {
        int[] candidates = Candidates(scan, bend, toMargin);
        var grid = PointGrid.Of(scan.Mesh.Vertices.ToArray(), 1.0);
        double[] height = new double[candidates.Length];
        double[] inner = new double[candidates.Length];
        var normal = new Vec3[candidates.Length];
        context.For((candidates.Length + 63) / 64, batch =>
        {
            var ring = new List<int>();
            for (int i = batch * 64; i < Math.Min(candidates.Length, (batch + 1) * 64); i++)
            {
                foreach (double radius in (ReadOnlySpan<double>)[0.8, 1.3, 1.7])
                {
                    (double h, Vec3 n) = Height(scan, grid, candidates[i], radius, ring);
                    if (Math.Abs(h) > Math.Abs(height[i]))
                        (height[i], inner[i], normal[i]) = (h, radius, n);
                }
            }
        });

        // the greatest of those that lie together stands for them
        int[] over = [.. Enumerable.Range(0, candidates.Length).Where(i => Math.Abs(height[i]) >= options.BubbleMm)
            .OrderByDescending(i => Math.Abs(height[i])).ThenBy(i => candidates[i])];
        var found = new List<ScanDefect>();
        var taken = new List<Vec3>();
        foreach (int i in over)
        {
            Vec3 at = scan.Mesh.Vertices[candidates[i]];
            if (taken.Exists(p => Vec3.Distance(p, at) < 2.5))
                continue;
            taken.Add(at);
            if (scan.Tooth(scan.VertexTooth[candidates[i]])?.SurfaceAt(at, normal[i]) == CrownSide.Occlusal)
                continue;
            bool isBump = height[i] > 0;
            found.Add(scan.Defect(
                isBump ? "bubble" : "pit", DefectSeverity.Rescan, at, normal[i], scan.Topology.FacesOf(candidates[i]).ToArray(),
                Math.Abs(height[i]), options.BubbleMm, "mm", isBump ? "a bubble or speck" : "a pit") with
            { ReachMm = inner[i] });
        }

        return found;
    }

    private static int[] Candidates(CheckedScan scan, double[] calm, double[] toMargin)
    {
        var found = new List<int>();
        for (int v = 0; v < calm.Length; v++)
        {
            if (scan.VertexTooth[v] == 0 || Math.Abs(calm[v]) < LeastBend || toMargin[v] < MarginMm || IsHollowByNature(scan, v))
                continue;
            bool isPeak = true;
            foreach (int n in scan.Topology.NeighboursOf(v))
                isPeak &= calm[v] > 0 ? calm[n] <= calm[v] : calm[n] >= calm[v];
            if (isPeak)
                found.Add(v);
        }

        return [.. found];
    }

    // the lingual fossa of a front tooth between its ridges is a pit that belongs there
    private static bool IsHollowByNature(CheckedScan scan, int vertex) =>
        scan.Tooth(scan.VertexTooth[vertex]) is { Id.IsAnterior: true } tooth && Vec3.Dot(scan.Normals[vertex], tooth.Facial) < 0;

    // How much higher the vertex lies than the ring foretells, and where the ring looks; 0 where the ring does not tell.
    private static (double Mm, Vec3 Normal) Height(CheckedScan scan, PointGrid grid, int vertex, double radius, List<int> ring)
    {
        Vec3 center = scan.Mesh.Vertices[vertex];
        ring.Clear();
        grid.Near(center, radius + RingMm, ring);
        Vec3 n = Vec3.Zero;
        int count = 0;
        int own = 0;
        int all = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            int v = ring[i];
            if (Vec3.Distance(scan.Mesh.Vertices[v], center) < radius || Vec3.Dot(scan.Normals[v], scan.Normals[vertex]) < 0)
                continue;
            all++;
            own += scan.VertexTooth[v] == scan.VertexTooth[vertex] ? 1 : 0;
            n += scan.Normals[v];
            ring[count++] = v;
        }

        ring.RemoveRange(count, ring.Count - count);
        if (count < FewestPoints || own < SameCrown * all || n.Length < Alike * count)
            return (0, Vec3.Zero);
        n = n.Normalized();
        if (Math.Abs(Vec3.Dot(n, scan.Teeth[0].Occlusal)) > WallCosine)
            return (0, Vec3.Zero);
        Vec3 x = (Math.Abs(n.X) < 0.6 ? Vec3.UnitX : Vec3.UnitY).Reject(n).Normalized();
        Vec3 y = Vec3.Cross(n, x);
        Span<double> quadric = stackalloc double[6];
        if (!Quadric.TryFit(scan.Mesh, ring, center, (x, y, n), quadric, out double miss) || !GoesRound(scan.Mesh, ring, center, x, y))
            return (0, Vec3.Zero);
        double h = -quadric[0];
        return (Math.Abs(h) > ClearOfFit * miss ? h : 0, n);
    }

    private static bool GoesRound(TriangleMesh mesh, List<int> ring, Vec3 center, Vec3 x, Vec3 y)
    {
        int seen = 0;
        foreach (int v in ring)
        {
            Vec3 d = mesh.Vertices[v] - center;
            int sector = (int)((Math.Atan2(Vec3.Dot(d, y), Vec3.Dot(d, x)) + Math.PI) / (2 * Math.PI) * Sectors);
            seen |= 1 << Math.Min(sector, Sectors - 1);
        }

        return seen == (1 << Sectors) - 1;
    }
}
