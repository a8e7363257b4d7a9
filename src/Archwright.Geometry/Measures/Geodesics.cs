using System.Collections.Immutable;

namespace Archwright.Geometry;

/// <summary>
/// Distances and paths along a surface. Distances: fast marching over triangles (Kimmel and Sethian 1998,
/// doi 10.1073/pnas.95.15.8431), with steps along edges where a triangle is too obtuse for its update; first-order accurate,
/// within a few percent on even meshes. Paths: Dijkstra's shortest path along edges. Mesh kind: any. Complexity: O(n log n).
/// </summary>
public static class Geodesics
{
    /// <summary>
    /// Distance along the surface from the nearest of <paramref name="sources"/> to each vertex, mm; positive infinity where no
    /// path leads or beyond <paramref name="maxMm"/>.
    /// </summary>
    public static double[] Distances(MeshTopology topology, IEnumerable<int> sources, double maxMm = double.PositiveInfinity)
    {
        double[] distance = new double[topology.Mesh.VertexCount];
        Array.Fill(distance, double.PositiveInfinity);
        bool[] isDone = new bool[distance.Length];
        var queue = new PriorityQueue<int, (double Distance, int Vertex)>();
        foreach (int s in sources)
        {
            distance[s] = 0;
            queue.Enqueue(s, (0, s));
        }

        while (queue.TryDequeue(out int v, out (double Distance, int Vertex) key))
        {
            if (isDone[v])
                continue;
            isDone[v] = true;
            foreach (int n in topology.NeighboursOf(v))
                Lower(n, distance[v] + Vec3.Distance(topology.Mesh.Vertices[v], topology.Mesh.Vertices[n]));
            foreach (int f in topology.FacesOf(v))
            {
                (int a, int b) = Others(topology.Mesh.Triangles[f], v);
                if (isDone[a] && !isDone[b])
                    Lower(b, Front(topology.Mesh, v, a, b, distance));
                if (isDone[b] && !isDone[a])
                    Lower(a, Front(topology.Mesh, v, b, a, distance));
            }
        }

        return distance;

        void Lower(int v, double d)
        {
            if (isDone[v] || d >= distance[v] || d > maxMm)
                return;
            distance[v] = d;
            queue.Enqueue(v, (d, v));
        }
    }

    /// <summary>
    /// The cheapest way along edges, both ends included; empty where none leads. <paramref name="cost"/> prices an edge and must
    /// not be negative; by default its length, mm. Equal ways are decided by vertex number.
    /// </summary>
    public static ImmutableArray<int> Path(MeshTopology topology, int from, int to, Func<int, int, double>? cost = null)
    {
        Vec3[] p = topology.Mesh.VertexArray;
        cost ??= (a, b) => Vec3.Distance(p[a], p[b]);
        double[] distance = new double[p.Length];
        int[] previous = new int[p.Length];
        bool[] isDone = new bool[p.Length];
        Array.Fill(distance, double.PositiveInfinity);
        Array.Fill(previous, -1);
        distance[from] = 0;
        var queue = new PriorityQueue<int, (double Distance, int Vertex)>();
        queue.Enqueue(from, (0, from));
        while (queue.TryDequeue(out int v, out (double Distance, int Vertex) key) && v != to)
        {
            if (isDone[v])
                continue;
            isDone[v] = true;
            foreach (int n in topology.NeighboursOf(v))
            {
                double d = distance[v] + cost(v, n);
                if (isDone[n] || d >= distance[n])
                    continue;
                distance[n] = d;
                previous[n] = v;
                queue.Enqueue(n, (d, n));
            }
        }

        if (double.IsPositiveInfinity(distance[to]))
            return [];
        var path = new List<int>();
        for (int v = to; v >= 0; v = previous[v])
            path.Add(v);
        path.Reverse();
        return [.. path];
    }

    private static (int A, int B) Others(Triangle t, int v) => t.A == v ? (t.B, t.C) : t.B == v ? (t.C, t.A) : (t.A, t.B);

    /// <summary>
    /// Distance at c of the straight front that passes a and b at their distances, in the plane of the triangle; infinity where the front
    /// would reach c from outside the triangle.
    /// </summary>
    private static double Front(TriangleMesh mesh, int a, int b, int c, double[] distance)
    {
        (int near, int far) = distance[a] <= distance[b] ? (a, b) : (b, a);
        Vec3 toNear = mesh.Vertices[near] - mesh.Vertices[c];
        Vec3 toFar = mesh.Vertices[far] - mesh.Vertices[c];
        double lengthNear = toNear.Length;
        double lengthFar = toFar.Length;
        double u = distance[far] - distance[near];
        double cos = Vec3.Dot(toNear, toFar) / (lengthNear * lengthFar);
        double square = (lengthNear * lengthNear) + (lengthFar * lengthFar) - (2 * lengthNear * lengthFar * cos);
        double linear = 2 * lengthNear * u * ((lengthFar * cos) - lengthNear);
        double constant = lengthNear * lengthNear * ((u * u) - (lengthFar * lengthFar * (1 - (cos * cos))));
        double root = (linear * linear) - (4 * square * constant);
        if (!(root >= 0) || !(square > 0))
            return double.PositiveInfinity;
        double t = (-linear + Math.Sqrt(root)) / (2 * square);
        double foot = lengthNear * (t - u) / t;
        bool comesThroughFace = u < t && lengthFar * cos < foot && (cos <= 0 || foot < lengthFar / cos);
        return comesThroughFace ? distance[near] + t : double.PositiveInfinity;
    }
}
