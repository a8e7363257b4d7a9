using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Puts a mesh into an order that depends on its geometry alone, so that files that list the same surface in another order
/// give the same numbers. Method: exact duplicates are welded, vertices sorted by x, y, z, faces turned to start with their
/// least vertex and sorted; vertices no face uses, faces without area in their indices and repeated faces are dropped.
/// Coordinates keep their bits (−0 becomes 0). O(n log n).
/// </summary>
internal static class CanonicalOrder
{
    /// <summary>The canonical mesh, and per face its label (the least label where a face was listed twice).</summary>
    public static (TriangleMesh Mesh, ImmutableArray<int> Labels) Of(TriangleMesh mesh, ImmutableArray<int> labels)
    {
        (Vec3[] points, int[] remap) = SortedVertices(mesh);
        var faces = new List<(int A, int B, int C, int Label)>(mesh.TriangleCount);
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Triangle t = mesh.Triangles[f];
            (int a, int b, int c) = (remap[t.A], remap[t.B], remap[t.C]);
            if (a == b || b == c || c == a)
                continue;
            if (b < a && b < c)
                (a, b, c) = (b, c, a);
            else if (c < a && c < b)
                (a, b, c) = (c, a, b);
            faces.Add((a, b, c, labels.IsDefaultOrEmpty ? 0 : labels[f]));
        }

        faces.Sort();
        var triangles = new List<Triangle>(faces.Count);
        ImmutableArray<int>.Builder kept = ImmutableArray.CreateBuilder<int>(faces.Count);
        foreach ((int a, int b, int c, int label) in faces)
        {
            var t = new Triangle(a, b, c);
            if (triangles.Count > 0 && triangles[^1] == t)
                continue;
            triangles.Add(t);
            kept.Add(label);
        }

        return (Submesh.Of(new TriangleMesh(points, [.. triangles]), _ => true).Mesh, kept.ToImmutable());
    }

    private static (Vec3[] Points, int[] Remap) SortedVertices(TriangleMesh mesh)
    {
        var points = new Vec3[mesh.VertexCount];
        for (int i = 0; i < points.Length; i++)
        {
            Vec3 p = mesh.Vertices[i];
            points[i] = new Vec3(p.X + 0.0, p.Y + 0.0, p.Z + 0.0);
        }

        int[] order = [.. Enumerable.Range(0, points.Length)];
        Array.Sort(order, (i, j) =>
        {
            Vec3 a = points[i];
            Vec3 b = points[j];
            int byX = a.X.CompareTo(b.X);
            if (byX != 0)
                return byX;
            int byY = a.Y.CompareTo(b.Y);
            return byY != 0 ? byY : a.Z.CompareTo(b.Z);
        });

        var sorted = new List<Vec3>(points.Length);
        var remap = new int[points.Length];
        foreach (int i in order)
        {
            if (sorted.Count == 0 || sorted[^1] != points[i])
                sorted.Add(points[i]);
            remap[i] = sorted.Count - 1;
        }

        return ([.. sorted], remap);
    }
}
