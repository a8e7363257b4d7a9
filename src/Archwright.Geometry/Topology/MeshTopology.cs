using System.Collections.Immutable;

namespace Archwright.Geometry;

/// <summary>
/// Which faces meet at each edge and vertex. Method: half-edges bucketed by their lesser vertex (counting sort), then
/// matched within the bucket. Half-edge <c>3·face + corner</c> runs from that corner to the next one.
/// Mesh kind: any. Bad input: a face that uses a vertex twice has no edge there and makes the mesh not closed.
/// Complexity: O(faces) for meshes of bounded valence.
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class MeshTopology
{
    private const int Boundary = -1;
    private const int NonManifold = -2;

    private readonly int[] _opposite;
    private readonly int[] _faceStart;
    private readonly int[] _faces;
    private readonly int[] _neighbourStart;
    private readonly int[] _neighbours;

    private MeshTopology(TriangleMesh mesh)
    {
        Mesh = mesh;
        ReadOnlySpan<int> corners = mesh.Indices;
        (_faceStart, _faces) = BucketFaces(corners, mesh.VertexCount);
        _opposite = new int[corners.Length];
        Array.Fill(_opposite, Boundary);
        var boundary = ImmutableArray.CreateBuilder<Edge>();
        var nonManifold = ImmutableArray.CreateBuilder<Edge>();
        (_neighbourStart, _neighbours) = Match(corners, nonManifold);
        for (int h = 0; h < corners.Length; h++)
        {
            if (_opposite[h] == Boundary)
                boundary.Add(EdgeOf(h));
        }

        BoundaryEdges = boundary.ToImmutable();
        NonManifoldEdges = nonManifold.ToImmutable();
        NonManifoldVertexCount = CountNonManifoldVertices();
    }

    /// <summary>The mesh described.</summary>
    public TriangleMesh Mesh { get; }

    /// <summary>Edges with one face, in order of face and corner, directed as that face runs.</summary>
    public ImmutableArray<Edge> BoundaryEdges { get; }

    /// <summary>
    /// Edges (lesser vertex first) with more than two faces, with two faces that run the same way, or of no length
    /// because a face uses a vertex twice.
    /// </summary>
    public ImmutableArray<Edge> NonManifoldEdges { get; }

    /// <summary>Vertices whose faces make more than one fan, or meet a non-manifold edge.</summary>
    public int NonManifoldVertexCount { get; }

    /// <summary>True where every edge has exactly two faces and they run opposite ways; a mesh without faces is not closed.</summary>
    public bool IsClosed => Mesh.TriangleCount > 0 && BoundaryEdges.IsEmpty && NonManifoldEdges.IsEmpty;

    /// <summary>True where no edge and no vertex is non-manifold; the mesh may have boundaries.</summary>
    public bool IsManifold => NonManifoldEdges.IsEmpty && NonManifoldVertexCount == 0;

    /// <summary>Describes <paramref name="mesh"/>.</summary>
    public static MeshTopology Of(TriangleMesh mesh) => new(mesh);

    /// <summary>The half-edge on the other side, −1 at a boundary, −2 at a non-manifold edge.</summary>
    public int Opposite(int halfEdge) => _opposite[halfEdge];

    /// <summary>The face across the edge that leaves <paramref name="corner"/> of <paramref name="face"/>; negative where none.</summary>
    public int FaceAcross(int face, int corner)
    {
        int h = _opposite[(3 * face) + corner];
        return h < 0 ? h : h / 3;
    }

    /// <summary>The edge of a half-edge.</summary>
    public Edge EdgeOf(int halfEdge) => new(Mesh.Indices[halfEdge], Mesh.Indices[Next(halfEdge)]);

    /// <summary>Faces that use <paramref name="vertex"/>, ascending.</summary>
    public ReadOnlySpan<int> FacesOf(int vertex) =>
        _faces.AsSpan(_faceStart[vertex], _faceStart[vertex + 1] - _faceStart[vertex]);

    /// <summary>Vertices joined to <paramref name="vertex"/> by an edge, ascending, each once.</summary>
    public ReadOnlySpan<int> NeighboursOf(int vertex) =>
        _neighbours.AsSpan(_neighbourStart[vertex], _neighbourStart[vertex + 1] - _neighbourStart[vertex]);

    /// <summary>
    /// Patches of faces joined across manifold edges where <paramref name="joined"/> holds (symmetric): per face the number of
    /// its patch; numbered by their first faces. O(faces).
    /// </summary>
    public (int[] PatchOfFace, int Count) Patches(Func<int, int, bool> joined)
    {
        var patch = new int[Mesh.TriangleCount];
        Array.Fill(patch, -1);
        int count = 0;
        var open = new Stack<int>();
        for (int first = 0; first < patch.Length; first++)
        {
            if (patch[first] >= 0)
                continue;
            patch[first] = count;
            open.Push(first);
            while (open.TryPop(out int face))
            {
                for (int corner = 0; corner < 3; corner++)
                {
                    int across = FaceAcross(face, corner);
                    if (across < 0 || patch[across] >= 0 || !joined(face, across))
                        continue;
                    patch[across] = count;
                    open.Push(across);
                }
            }

            count++;
        }

        return (patch, count);
    }

    /// <summary>The half-edge after this one in its face.</summary>
    internal static int Next(int halfEdge) => halfEdge % 3 == 2 ? halfEdge - 2 : halfEdge + 1;

    private static (int[] Start, int[] Faces) BucketFaces(ReadOnlySpan<int> corners, int vertexCount)
    {
        int[] start = new int[vertexCount + 1];
        foreach (int v in corners)
            start[v + 1]++;
        for (int v = 0; v < vertexCount; v++)
            start[v + 1] += start[v];
        int[] fill = start[..^1];
        int[] faces = new int[corners.Length];
        for (int h = 0; h < corners.Length; h++)
            faces[fill[corners[h]]++] = h / 3;
        return (start, faces);
    }

    private (int[] Start, int[] Neighbours) Match(ReadOnlySpan<int> corners, ImmutableArray<Edge>.Builder nonManifold)
    {
        int vertexCount = Mesh.VertexCount;
        int[] start = new int[vertexCount + 1];
        for (int h = 0; h < corners.Length; h++)
            start[Math.Min(corners[h], corners[Next(h)]) + 1]++;
        for (int v = 0; v < vertexCount; v++)
            start[v + 1] += start[v];
        int[] fill = start[..^1];
        var bucket = new (int Other, int HalfEdge)[corners.Length];
        for (int h = 0; h < corners.Length; h++)
        {
            int a = corners[h];
            int b = corners[Next(h)];
            bucket[fill[Math.Min(a, b)]++] = (Math.Max(a, b), h);
        }

        int[] degree = new int[vertexCount + 1];
        var edges = new List<Edge>(corners.Length / 2);
        for (int v = 0; v < vertexCount; v++)
        {
            Span<(int Other, int HalfEdge)> mine = bucket.AsSpan(start[v], start[v + 1] - start[v]);
            mine.Sort();
            for (int i = 0; i < mine.Length;)
            {
                int end = i + 1;
                while (end < mine.Length && mine[end].Other == mine[i].Other)
                    end++;
                if (!Join(mine[i..end], corners, v))
                    nonManifold.Add(new Edge(v, mine[i].Other));
                if (mine[i].Other != v)
                {
                    edges.Add(new Edge(v, mine[i].Other));
                    degree[v + 1]++;
                    degree[mine[i].Other + 1]++;
                }

                i = end;
            }
        }

        for (int v = 0; v < vertexCount; v++)
            degree[v + 1] += degree[v];
        fill = degree[..^1];
        int[] neighbours = new int[edges.Count * 2];

        // edges ascend by (From, To): lesser neighbours of a vertex arrive first and in order, then the greater ones
        foreach (Edge e in edges)
            neighbours[fill[e.To]++] = e.From;
        foreach (Edge e in edges)
            neighbours[fill[e.From]++] = e.To;
        return (degree, neighbours);
    }

    private bool Join(ReadOnlySpan<(int Other, int HalfEdge)> sides, ReadOnlySpan<int> corners, int vertex)
    {
        bool selfLoop = sides[0].Other == vertex;
        if (sides.Length == 1 && !selfLoop)
            return true;
        if (sides.Length == 2 && !selfLoop && corners[sides[0].HalfEdge] != corners[sides[1].HalfEdge])
        {
            _opposite[sides[0].HalfEdge] = sides[1].HalfEdge;
            _opposite[sides[1].HalfEdge] = sides[0].HalfEdge;
            return true;
        }

        foreach ((int _, int h) in sides)
            _opposite[h] = NonManifold;
        return false;
    }

    private int CountNonManifoldVertices()
    {
        ReadOnlySpan<int> corners = Mesh.Indices;
        int count = 0;
        for (int v = 0; v < Mesh.VertexCount; v++)
        {
            ReadOnlySpan<int> faces = FacesOf(v);
            if (faces.Length == 0)
                continue;
            if (!IsOneFan(v, faces, corners))
                count++;
        }

        return count;
    }

    private bool IsOneFan(int v, ReadOnlySpan<int> faces, ReadOnlySpan<int> corners)
    {
        int first = CornerAt(faces[0], v, corners);

        // turn back to the start of the fan (or all the way round), then count forwards
        int h = first;
        for (int step = 0; step <= faces.Length; step++)
        {
            int back = _opposite[h];
            if (back == NonManifold)
                return false;
            if (back == Boundary)
                break;
            h = Next(back);
            if (h == first)
                return step + 1 == faces.Length;
        }

        int seen = 1;
        for (; seen <= faces.Length; seen++)
        {
            int incoming = Next(Next(h));
            int forward = _opposite[incoming];
            if (forward == NonManifold)
                return false;
            if (forward == Boundary)
                break;
            h = forward;
        }

        return seen == faces.Length;
    }

    private static int CornerAt(int face, int v, ReadOnlySpan<int> corners)
    {
        int h = 3 * face;
        while (corners[h] != v)
            h++;
        return h;
    }
}
