using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Exact distance to a mesh with the sign of its winding number: negative where the winding number exceeds one half.
/// Right for closed meshes, for meshes with holes (the hole closes itself smoothly) and for overlapping parts.
/// Source of the sign: Jacobson, Kavan and Sorkine-Hornung 2013, doi 10.1145/2461912.2461916, evaluated by
/// <see cref="WindingNumber"/>. Mesh kind: any with consistent faces; an inward-facing mesh is "outside" everywhere.
/// Complexity: O(log n) a query.
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class SignedDistance
{
    private SignedDistance(Bvh bvh)
    {
        Bvh = bvh;
        Winding = WindingNumber.Build(bvh);
    }

    /// <summary>The tree of the mesh.</summary>
    public Bvh Bvh { get; }

    /// <summary>The winding number of the mesh.</summary>
    public WindingNumber Winding { get; }

    /// <summary>Prepares <paramref name="mesh"/>.</summary>
    public static SignedDistance Build(TriangleMesh mesh) => new(Bvh.Build(mesh));

    /// <summary>Prepares the mesh of a tree already built.</summary>
    public static SignedDistance Build(Bvh bvh) => new(bvh);

    /// <summary>Signed distance at <paramref name="p"/>, mm, negative inside.</summary>
    public double At(Vec3 p) => HitAt(p).DistanceMm;

    /// <summary>Signed distance and nearest point at <paramref name="p"/>.</summary>
    public SignedHit HitAt(Vec3 p)
    {
        ClosestHit hit = Bvh.Closest(p);
        return new SignedHit(IsInside(p) ? -hit.DistanceMm : hit.DistanceMm, hit);
    }

    /// <summary>True where the winding number at <paramref name="p"/> exceeds one half.</summary>
    public bool IsInside(Vec3 p) => Winding.At(p) > 0.5;

    /// <summary><see cref="At(Vec3)"/> for many points on the context's threads.</summary>
    public double[] At(Vec3[] points, RunContext context)
    {
        const int batchSize = 256;
        double[] values = new double[points.Length];
        context.For((points.Length + batchSize - 1) / batchSize, batch =>
        {
            int end = Math.Min(points.Length, (batch + 1) * batchSize);
            for (int i = batch * batchSize; i < end; i++)
                values[i] = At(points[i]);
        });
        return values;
    }
}
