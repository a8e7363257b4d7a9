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
        // A coarse pass first: a small bound leaves out most of the points of the full one.
        double least = Pass(points, surface, cutOffMm, 23);
        return Pass(points, surface, least, 1);
    }

    private static double Pass(TriangleMesh points, SignedDistance surface, double least, int step)
    {
        Aabb box = surface.Bvh.Mesh.Bounds;
        for (int i = 0; i < points.VertexCount; i += step)
        {
            Vec3 p = points.Vertices[i];
            if (!box.Inflated(Math.Max(least, 0)).Contains(p))
                continue;
            if (least > 0)
            {
                // Points that are not near cannot lower a positive bound unless they lie inside, far from the surface.
                ClosestHit near = surface.Bvh.Closest(p, least);
                if (near.IsHit)
                    least = box.Contains(p) && surface.IsInside(p) ? -near.DistanceMm : near.DistanceMm;
                else if (step > 1 && box.Contains(p) && surface.IsInside(p))
                    least = surface.At(p);
            }
            else if (box.Contains(p) && surface.IsInside(p))
            {
                least = Math.Min(least, -surface.Bvh.Closest(p).DistanceMm);
            }
        }

        return least;
    }
}
