using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Small edits of indexed meshes that keep the order of what they keep.</summary>
internal static class MeshEditing
{
    /// <summary>The mesh of these faces without the vertices none of them uses.</summary>
    public static TriangleMesh WithoutUnusedVertices(ReadOnlySpan<Vec3> points, ReadOnlySpan<Triangle> triangles)
    {
        var remap = new int[points.Length];
        foreach (Triangle t in triangles)
            remap[t.A] = remap[t.B] = remap[t.C] = 1;
        var kept = new List<Vec3>(points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            if (remap[i] == 0)
                continue;
            remap[i] = kept.Count;
            kept.Add(points[i]);
        }

        var faces = new Triangle[triangles.Length];
        for (int f = 0; f < faces.Length; f++)
        {
            Triangle t = triangles[f];
            faces[f] = new Triangle(remap[t.A], remap[t.B], remap[t.C]);
        }

        return new TriangleMesh([.. kept], faces);
    }

    /// <summary>The part of a mesh made of the given faces.</summary>
    public static TriangleMesh Part(TriangleMesh mesh, IReadOnlyList<int> faces)
    {
        var triangles = new Triangle[faces.Count];
        for (int i = 0; i < triangles.Length; i++)
            triangles[i] = mesh.Triangles[faces[i]];
        return WithoutUnusedVertices(mesh.Vertices, triangles);
    }

    /// <summary>The mesh seen from the other side.</summary>
    public static TriangleMesh Flipped(TriangleMesh mesh)
    {
        (Vec3[] points, Triangle[] triangles) = mesh.ToArrays();
        for (int f = 0; f < triangles.Length; f++)
            triangles[f] = triangles[f].Flipped;
        return new TriangleMesh(points, triangles);
    }
}
