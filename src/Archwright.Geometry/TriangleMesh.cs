using System.Runtime.InteropServices;
using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// An immutable indexed triangle mesh, mm: open or closed, of any number of parts, perhaps non-manifold. What an algorithm
/// demands beyond that (closed, manifold, one part) its own documentation says.
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class TriangleMesh
{
    private readonly Vec3[] _vertices;
    private readonly Triangle[] _triangles;

    /// <summary>Takes ownership of the arrays: the caller must not write to them afterwards.</summary>
    public TriangleMesh(Vec3[] vertices, Triangle[] triangles)
    {
        foreach (Triangle t in triangles)
        {
            Preconditions.Require(
                (uint)t.A < (uint)vertices.Length && (uint)t.B < (uint)vertices.Length && (uint)t.C < (uint)vertices.Length,
                "every corner is a vertex of the mesh");
        }

        _vertices = vertices;
        _triangles = triangles;
        Bounds = Aabb.Of(vertices);
    }

    /// <summary>The mesh with nothing in it.</summary>
    public static TriangleMesh Empty { get; } = new([], []);

    /// <summary>Vertex positions, mm.</summary>
    public ReadOnlySpan<Vec3> Vertices => _vertices;

    /// <summary>Faces, counter-clockwise seen from outside.</summary>
    public ReadOnlySpan<Triangle> Triangles => _triangles;

    /// <summary>Number of vertices.</summary>
    public int VertexCount => _vertices.Length;

    /// <summary>Number of faces.</summary>
    public int TriangleCount => _triangles.Length;

    /// <summary>Box of all vertices, used by a face or not.</summary>
    public Aabb Bounds { get; }

    /// <summary>Corner <paramref name="corner"/> (0, 1, 2) of a face.</summary>
    public Vec3 Corner(int face, int corner)
    {
        Triangle t = _triangles[face];
        return _vertices[corner switch { 0 => t.A, 1 => t.B, _ => t.C }];
    }

    /// <summary>Twice the face's area times its unit normal, outwards, mm².</summary>
    public Vec3 AreaVector(int face)
    {
        Triangle t = _triangles[face];
        Vec3 a = _vertices[t.A];
        return Vec3.Cross(_vertices[t.B] - a, _vertices[t.C] - a);
    }

    /// <summary>Centroid of a face.</summary>
    public Vec3 FaceCenter(int face)
    {
        Triangle t = _triangles[face];
        return (_vertices[t.A] + _vertices[t.B] + _vertices[t.C]) * (1.0 / 3);
    }

    /// <summary>The mesh moved rigidly.</summary>
    public TriangleMesh Transformed(RigidTransform targetFromSource)
    {
        var moved = new Vec3[_vertices.Length];
        for (int i = 0; i < moved.Length; i++)
            moved[i] = targetFromSource.Apply(_vertices[i]);
        return new TriangleMesh(moved, _triangles);
    }

    /// <summary>The same faces over other vertex positions (as many as before).</summary>
    public TriangleMesh WithVertices(Vec3[] vertices)
    {
        Preconditions.Require(vertices.Length == _vertices.Length, "one position per vertex");
        return new TriangleMesh(vertices, _triangles);
    }

    /// <summary>The same surface seen from the other side.</summary>
    public TriangleMesh Flipped() => new(_vertices, Array.ConvertAll(_triangles, t => t.Flipped));

    /// <summary>Copies of the arrays, for algorithms that edit.</summary>
    public (Vec3[] Vertices, Triangle[] Triangles) ToArrays() => ([.. _vertices], [.. _triangles]);

    internal Vec3[] VertexArray => _vertices;

    internal Triangle[] TriangleArray => _triangles;

    internal ReadOnlySpan<int> Indices => MemoryMarshal.Cast<Triangle, int>(_triangles);
}
