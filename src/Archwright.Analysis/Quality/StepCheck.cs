using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Ledges where two passes of the scanner were stitched badly: the surface leaves one level and goes on at another, parallel
/// to the first. Method: at each face that is steep against its surroundings, the surface is looked up a little way up and down
/// the slope; where both places look the same way and stand at different heights, the face is part of a ledge. Ledges must be
/// long. The margins of crowns are steps by nature and are left out, and so is gum far from crowns (rugae, folds).
/// O(faces · log faces). Known limit: a shift along the surface itself leaves no ledge; crowns too coarse are not judged.
/// </summary>
internal static class StepCheck
{
    private const double SmoothMm = 1.0;
    private const double AheadMm = 0.55;
    private const double FlatCosine = 0.985;
    private const double SteepCosine = 0.93;
    private const double ParallelCosine = 0.88;
    private const double MarginMm = 1.0;
    private const double GapMm = 2.5;
    private const int FewestFaces = 3;

    // what looks up like this on a crown is biting surface, which is made of ledges
    private const double BitingCosine = 0.55;

    public static IEnumerable<ScanDefect> Of(CheckedScan scan, double[] toMargin, double medianEdgeMm, ScanQualityOptions options, RunContext context)
    {
        if (medianEdgeMm > options.JudgedEdgeMm)
            yield break;
        TriangleMesh mesh = scan.Mesh;
        Vec3[] smooth = Smoothed(scan, (int)Math.Clamp(Math.Round(Math.Pow(SmoothMm / Math.Max(medianEdgeMm, 0.05), 2)), 2, 24));
        double ahead = Math.Max(AheadMm, 1.6 * medianEdgeMm);
        double limit = Math.Max(options.StepMm, 0.5 * medianEdgeMm);
        bool[] isLedge = new bool[mesh.TriangleCount];
        double[] height = new double[isLedge.Length];
        context.For((isLedge.Length + 1023) / 1024, batch =>
        {
            for (int f = batch * 1024; f < Math.Min(isLedge.Length, (batch + 1) * 1024); f++)
            {
                height[f] = HeightAt(scan, smooth, toMargin, f, ahead);
                isLedge[f] = height[f] >= 0.7 * limit;
            }
        });

        foreach (List<int> seam in Seams(mesh, FaceGroups.OfFaces(scan.Topology, isLedge)))
        {
            (_, Vec3 center, Vec3 normal, double reach) = FaceGroups.Measure(mesh, seam);
            double[] heights = [.. seam.Select(f => height[f]).Order()];
            double typical = heights[(int)(0.75 * (heights.Length - 1))];
            double length = Length(mesh, seam);
            if (length < options.StepLengthMm || typical < limit)
                continue;
            yield return scan.Defect(
                "stitching-step", DefectSeverity.Rescan, center, normal, seam, typical, limit, "mm",
                FormattableString.Invariant($"a ledge {length:0.#} mm long")) with
            { ReachMm = reach };
        }
    }

    // A seam crosses crowns and gum in pieces: the margins between them are left out.
    private static List<List<int>> Seams(TriangleMesh mesh, List<List<int>> pieces)
    {
        var seams = new List<List<int>>();
        foreach (List<int> piece in pieces.Where(p => p.Count >= FewestFaces))
        {
            List<List<int>> near = [.. seams.Where(s => s.Exists(f => piece.Exists(g => Vec3.Distance(mesh.FaceCenter(f), mesh.FaceCenter(g)) < GapMm)))];
            seams.RemoveAll(near.Contains);
            seams.Add([.. near.SelectMany(n => n), .. piece]);
        }

        return seams;
    }

    private static double HeightAt(CheckedScan scan, Vec3[] smooth, double[] toMargin, int face, double ahead)
    {
        Triangle t = scan.Mesh.Triangles[face];
        if (Math.Min(toMargin[t.A], Math.Min(toMargin[t.B], toMargin[t.C])) < MarginMm)
            return 0;
        bool isNearCrown = scan.Labels[face] != 0 || double.IsFinite(toMargin[t.A] + toMargin[t.B] + toMargin[t.C]);
        if (!isNearCrown)
            return 0;
        Vec3 n = (smooth[t.A] + smooth[t.B] + smooth[t.C]).Normalized();
        if (scan.Labels[face] != 0 && Vec3.Dot(n, scan.Teeth[0].Occlusal) > BitingCosine)
            return 0;
        Vec3 mine = scan.Mesh.AreaVector(face).Normalized();
        if (n == Vec3.Zero || Vec3.Dot(n, mine) > FlatCosine)
            return 0;
        Vec3 down = mine.Reject(n).Normalized();
        Vec3 center = scan.Mesh.FaceCenter(face);
        if (Beside(scan, center + (down * ahead), ahead) is not { } low || Beside(scan, center - (down * ahead), ahead) is not { } high)
            return 0;
        if (Vec3.Dot(low.Normal, high.Normal) < ParallelCosine)
            return 0;
        Vec3 both = (low.Normal + high.Normal).Normalized();
        return Vec3.Dot(both, mine) > SteepCosine ? 0 : Math.Abs(Vec3.Dot(high.At - low.At, both));
    }

    private static (Vec3 At, Vec3 Normal)? Beside(CheckedScan scan, Vec3 p, double maxMm)
    {
        ClosestHit hit = scan.Bvh.Closest(p, maxMm);
        if (!hit.IsHit)
            return null;

        // the face's own normal: a vertex's would be bent by the ledge beside it
        return (hit.Point, scan.Mesh.AreaVector(hit.Face).Normalized());
    }

    private static Vec3[] Smoothed(CheckedScan scan, int rounds)
    {
        Vec3[] normals = scan.Normals;
        for (int r = 0; r < rounds; r++)
        {
            var next = new Vec3[normals.Length];
            for (int v = 0; v < next.Length; v++)
            {
                Vec3 sum = normals[v];
                foreach (int n in scan.Topology.NeighboursOf(v))
                    sum += normals[n];
                next[v] = sum.Normalized();
            }

            normals = next;
        }

        return normals;
    }

    // the greatest of the extents along the axes: good to a factor of 1.7, which the limit bears
    private static double Length(TriangleMesh mesh, List<int> group)
    {
        Aabb box = Aabb.Empty;
        foreach (int f in group)
            box = box.Including(mesh.FaceCenter(f));
        return box.Size.Length;
    }
}
