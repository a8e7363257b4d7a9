using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Carries labels from the vertices of one mesh to those of another of the same surface.</summary>
internal static class LabelCarry
{
    /// <summary>
    /// Each vertex of <paramref name="to"/> takes the label that has most weight among the corners of the nearest face, by
    /// barycentric weight. O(n log n).
    /// </summary>
    public static int[] ToVertices(TriangleMesh from, int[] labels, TriangleMesh to, RunContext context)
    {
        ClosestHit[] hits = Bvh.Build(from).Closest(to.Vertices.ToArray(), context);
        int[] carried = new int[hits.Length];
        for (int v = 0; v < hits.Length; v++)
        {
            if (!hits[v].IsHit)
                continue;
            Triangle t = from.Triangles[hits[v].Face];
            (Vec3 a, Vec3 b, Vec3 c, Vec3 p) = (from.Vertices[t.A], from.Vertices[t.B], from.Vertices[t.C], hits[v].Point);
            double wa = Vec3.Cross(b - p, c - p).Length;
            double wb = Vec3.Cross(c - p, a - p).Length;
            double wc = Vec3.Cross(a - p, b - p).Length;
            double Weight(int label) => (labels[t.A] == label ? wa : 0) + (labels[t.B] == label ? wb : 0) + (labels[t.C] == label ? wc : 0);
            int best = labels[t.A];
            if (Weight(labels[t.B]) > Weight(best))
                best = labels[t.B];
            if (Weight(labels[t.C]) > Weight(best))
                best = labels[t.C];
            carried[v] = best;
        }

        return carried;
    }
}
