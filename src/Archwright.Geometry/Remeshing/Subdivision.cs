using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Cuts every face into four and smooths. Method: Loop's scheme (C. Loop, "Smooth subdivision surfaces based on
/// triangles", master's thesis, University of Utah, 1987) with its boundary rule: boundaries become cubic splines of
/// themselves. Mesh kind: any; non-manifold edges are treated as boundaries. Old vertices keep their numbers, the four faces
/// of old face f are 4f … 4f + 3. Complexity: O(4ⁿ · faces). Known limit: shrinks convex shapes slightly.
/// </summary>
public static class Subdivision
{
    private const int TimesMax = 8;

    /// <summary>Loop subdivision, <paramref name="times"/> over.</summary>
    public static TriangleMesh Loop(TriangleMesh mesh, int times = 1) => Repeat(mesh, times, isSmooth: true);

    /// <summary>The same cut into four without moving a vertex: new vertices are the middles of edges.</summary>
    public static TriangleMesh Midpoint(TriangleMesh mesh, int times = 1) => Repeat(mesh, times, isSmooth: false);

    private static TriangleMesh Repeat(TriangleMesh mesh, int times, bool isSmooth)
    {
        Preconditions.Require(times is >= 0 and <= TimesMax, "each time makes four faces of one");
        for (int i = 0; i < times; i++)
            mesh = Once(MeshTopology.Of(mesh), isSmooth);
        return mesh;
    }

    private static TriangleMesh Once(MeshTopology topology, bool isSmooth)
    {
        TriangleMesh mesh = topology.Mesh;
        int[] middleOf = new int[mesh.TriangleCount * 3];
        Array.Fill(middleOf, -1);
        var vertices = new List<Vec3>(mesh.VertexCount * 4);
        vertices.AddRange(isSmooth ? Smoothed(topology) : mesh.VertexArray);
        var sharp = new Dictionary<Edge, int>();
        for (int h = 0; h < middleOf.Length; h++)
        {
            if (middleOf[h] >= 0)
                continue;
            int opposite = topology.Opposite(h);
            Edge e = topology.EdgeOf(h);
            Edge key = new(Math.Min(e.From, e.To), Math.Max(e.From, e.To));
            if (opposite < 0 && sharp.TryGetValue(key, out int shared))
            {
                middleOf[h] = shared;
                continue;
            }

            middleOf[h] = vertices.Count;
            if (opposite >= 0)
                middleOf[opposite] = vertices.Count;
            else
                sharp[key] = vertices.Count;
            vertices.Add(Middle(topology, h, opposite, isSmooth));
        }

        var triangles = new Triangle[mesh.TriangleCount * 4];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Triangle t = mesh.Triangles[f];
            (int ab, int bc, int ca) = (middleOf[3 * f], middleOf[(3 * f) + 1], middleOf[(3 * f) + 2]);
            triangles[4 * f] = new Triangle(t.A, ab, ca);
            triangles[(4 * f) + 1] = new Triangle(t.B, bc, ab);
            triangles[(4 * f) + 2] = new Triangle(t.C, ca, bc);
            triangles[(4 * f) + 3] = new Triangle(ab, bc, ca);
        }

        return new TriangleMesh([.. vertices], triangles);
    }

    private static Vec3 Middle(MeshTopology topology, int h, int opposite, bool isSmooth)
    {
        ReadOnlySpan<Vec3> v = topology.Mesh.Vertices;
        Edge e = topology.EdgeOf(h);
        Vec3 ends = v[e.From] + v[e.To];
        if (opposite < 0 || !isSmooth)
            return ends * 0.5;
        return (ends * 0.375) + ((Apex(topology, h) + Apex(topology, opposite)) * 0.125);
    }

    private static Vec3 Apex(MeshTopology topology, int h) =>
        topology.Mesh.Vertices[topology.EdgeOf(MeshTopology.Next(h)).To];

    private static Vec3[] Smoothed(MeshTopology topology)
    {
        TriangleMesh mesh = topology.Mesh;
        var rim = new Vec3[mesh.VertexCount];
        int[] rimCount = new int[mesh.VertexCount];
        for (int h = 0; h < mesh.TriangleCount * 3; h++)
        {
            if (topology.Opposite(h) >= 0)
                continue;
            Edge e = topology.EdgeOf(h);
            rim[e.From] += mesh.Vertices[e.To];
            rim[e.To] += mesh.Vertices[e.From];
            rimCount[e.From]++;
            rimCount[e.To]++;
        }

        var moved = new Vec3[mesh.VertexCount];
        for (int v = 0; v < moved.Length; v++)
        {
            Vec3 p = mesh.Vertices[v];
            ReadOnlySpan<int> neighbours = topology.NeighboursOf(v);
            if (rimCount[v] == 2)
                moved[v] = (p * 0.75) + (rim[v] * 0.125);
            else if (rimCount[v] != 0 || neighbours.Length == 0)
                moved[v] = p;
            else
                moved[v] = Inner(mesh, p, neighbours);
        }

        return moved;
    }

    private static Vec3 Inner(TriangleMesh mesh, Vec3 p, ReadOnlySpan<int> neighbours)
    {
        int n = neighbours.Length;
        double c = 0.375 + (0.25 * Math.Cos(2 * Math.PI / n));
        double beta = (0.625 - (c * c)) / n;
        Vec3 sum = Vec3.Zero;
        foreach (int i in neighbours)
            sum += mesh.Vertices[i];
        return (p * (1 - (n * beta))) + (sum * beta);
    }
}
