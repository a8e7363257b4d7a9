using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>How much the surface of crowns bends: mean curvature by the umbrella, 1/mm, + where it bulges, averaged over each vertex's ring.</summary>
internal static class CrownBend
{
    /// <summary>Per vertex; 0 off the crowns. O(vertices).</summary>
    public static double[] Of(CheckedScan scan)
    {
        TriangleMesh mesh = scan.Mesh;
        double[] bend = new double[mesh.VertexCount];
        for (int v = 0; v < bend.Length; v++)
        {
            if (scan.VertexTooth[v] == 0)
                continue;
            ReadOnlySpan<int> ring = scan.Topology.NeighboursOf(v);
            Vec3 mean = Vec3.Zero;
            double squares = 0;
            foreach (int n in ring)
            {
                mean += mesh.Vertices[n];
                squares += (mesh.Vertices[n] - mesh.Vertices[v]).LengthSquared;
            }

            if (ring.Length > 2)
                bend[v] = 2 * Vec3.Dot(mesh.Vertices[v] - (mean / ring.Length), scan.Normals[v]) * ring.Length / Math.Max(squares, 1e-12);
        }

        double[] calm = new double[bend.Length];
        for (int v = 0; v < calm.Length; v++)
        {
            double sum = bend[v];
            ReadOnlySpan<int> ring = scan.Topology.NeighboursOf(v);
            foreach (int n in ring)
                sum += bend[n];
            calm[v] = sum / (ring.Length + 1);
        }

        return calm;
    }
}
