using System.Collections.Immutable;

namespace Archwright.Geometry;

/// <summary>A part of a mesh with the way back to the whole.</summary>
/// <param name="Mesh">The part, holding only the vertices its faces use, in their old order.</param>
/// <param name="SourceVertex">Per vertex of the part: its index in the whole.</param>
/// <param name="SourceFace">Per face of the part: its index in the whole.</param>
public sealed record Submesh(TriangleMesh Mesh, ImmutableArray<int> SourceVertex, ImmutableArray<int> SourceFace)
{
    /// <summary>The faces of <paramref name="mesh"/> for which <paramref name="keep"/> holds. Mesh kind: any. O(faces).</summary>
    public static Submesh Of(TriangleMesh mesh, Func<int, bool> keep)
    {
        var faces = ImmutableArray.CreateBuilder<int>();
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            if (keep(f))
                faces.Add(f);
        }

        return OfFaces(mesh, faces.ToImmutable());
    }

    /// <summary>The given faces of <paramref name="mesh"/>, in the given order.</summary>
    public static Submesh OfFaces(TriangleMesh mesh, ImmutableArray<int> faces)
    {
        bool[] used = new bool[mesh.VertexCount];
        foreach (int f in faces)
        {
            Triangle t = mesh.Triangles[f];
            used[t.A] = used[t.B] = used[t.C] = true;
        }

        int[] newIndex = new int[mesh.VertexCount];
        var source = ImmutableArray.CreateBuilder<int>();
        for (int v = 0; v < used.Length; v++)
        {
            if (!used[v])
                continue;
            newIndex[v] = source.Count;
            source.Add(v);
        }

        var vertices = new Vec3[source.Count];
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] = mesh.Vertices[source[i]];
        var triangles = new Triangle[faces.Length];
        for (int i = 0; i < triangles.Length; i++)
        {
            Triangle t = mesh.Triangles[faces[i]];
            triangles[i] = new Triangle(newIndex[t.A], newIndex[t.B], newIndex[t.C]);
        }

        return new Submesh(new TriangleMesh(vertices, triangles), source.ToImmutable(), faces);
    }

    /// <summary>All meshes in one, one after the other; nothing is welded.</summary>
    public static TriangleMesh Concatenate(IReadOnlyList<TriangleMesh> meshes)
    {
        var vertices = new Vec3[meshes.Sum(m => m.VertexCount)];
        var triangles = new Triangle[meshes.Sum(m => m.TriangleCount)];
        int v = 0;
        int f = 0;
        foreach (TriangleMesh mesh in meshes)
        {
            mesh.Vertices.CopyTo(vertices.AsSpan(v));
            foreach (Triangle t in mesh.Triangles)
                triangles[f++] = new Triangle(t.A + v, t.B + v, t.C + v);
            v += mesh.VertexCount;
        }

        return new TriangleMesh(vertices, triangles);
    }
}
