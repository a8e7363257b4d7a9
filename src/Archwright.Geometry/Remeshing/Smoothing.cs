using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Takes noise from a surface without shrinking it. Method: the λ|μ filter with uniform weights (Taubin 1995,
/// doi 10.1145/218380.218473). Mesh kind: any; vertices without a face stay. Complexity: O(iterations · edges).
/// Known limit: also rounds true edges finer than a few edge lengths; tangential drift evens out vertex spacing.
/// </summary>
public static class Smoothing
{
    /// <summary>The smoothed mesh; <paramref name="mayMove"/> leaves vertices out where it returns false.</summary>
    public static TriangleMesh Taubin(TriangleMesh mesh, SmoothingOptions options, Func<int, bool>? mayMove = null)
    {
        Preconditions.Require(options.Iterations >= 0, "iterations are counted");
        Preconditions.Require(options.Lambda is > 0 and <= 1, "a vertex goes at most all the way");
        Preconditions.Require(options.PassBand is >= 0 and < 1, "the pass band lies below the highest frequency");
        MeshTopology topology = MeshTopology.Of(mesh);
        bool[] isFixed = new bool[mesh.VertexCount];
        for (int v = 0; v < isFixed.Length; v++)
            isFixed[v] = topology.NeighboursOf(v).Length == 0 || (mayMove is not null && !mayMove(v));
        if (options.KeepBoundary)
        {
            foreach (Edge e in topology.BoundaryEdges)
                isFixed[e.From] = isFixed[e.To] = true;
        }

        // k = 1/λ + 1/μ
        double mu = options.PassBand > 0 ? 1 / (options.PassBand - (1 / options.Lambda)) : 0;
        Vec3[] p = mesh.Vertices.ToArray();
        var next = new Vec3[p.Length];
        for (int i = 0; i < options.Iterations; i++)
        {
            Step(topology, isFixed, p, next, options.Lambda);
            (p, next) = (next, p);
            if (mu == 0)
                continue;
            Step(topology, isFixed, p, next, mu);
            (p, next) = (next, p);
        }

        return mesh.WithVertices(p);
    }

    private static void Step(MeshTopology topology, bool[] isFixed, Vec3[] from, Vec3[] to, double factor)
    {
        for (int v = 0; v < from.Length; v++)
        {
            if (isFixed[v])
            {
                to[v] = from[v];
                continue;
            }

            ReadOnlySpan<int> neighbours = topology.NeighboursOf(v);
            Vec3 sum = Vec3.Zero;
            foreach (int n in neighbours)
                sum += from[n];
            to[v] = from[v] + (((sum / neighbours.Length) - from[v]) * factor);
        }
    }
}
