using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Least gap and greatest depth of two closed surfaces, from the vertices of either against the exact signed distance of the
/// other. The gap of coarse meshes is overstated by less than a quarter of their edge length squared over the gap's curvature
/// radius; a depth is that of the deepest vertex.
/// </summary>
internal static class SurfaceApproach
{
    /// <summary>Gap (0 where they overlap) and depth (0 where apart), mm; gaps beyond <paramref name="cutOffMm"/> are cut off.</summary>
    public static (double GapMm, double DepthMm) Between(SignedDistance a, SignedDistance b, double cutOffMm = 15)
    {
        double ab = Least(a.Bvh.Mesh, b, cutOffMm);
        double least = Math.Min(ab, Least(b.Bvh.Mesh, a, Math.Max(ab, 0.5)));
        return (Math.Max(0, least), Math.Max(0, -least));
    }

    private static double Least(TriangleMesh points, SignedDistance surface, double cutOffMm)
    {
        Aabb box = surface.Bvh.Mesh.Bounds;
        double least = cutOffMm;
        foreach (Vec3 p in points.Vertices)
        {
            // Only a point nearer than the best so far, or one that may lie inside, is worth a query.
            if (!box.Inflated(Math.Max(least, 0)).Contains(p))
                continue;
            if (box.Contains(p))
                least = Math.Min(least, surface.At(p));
            else if (surface.Bvh.Closest(p, Math.Max(least, 0)) is { IsHit: true } hit)
                least = Math.Min(least, hit.DistanceMm);
        }

        return least;
    }
}
