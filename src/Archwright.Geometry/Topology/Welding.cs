using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Joins vertices that lie together, as a triangle soup (STL) needs. Method: vertices in index order; each joins the
/// earliest kept vertex within the tolerance, found by spatial hashing. Mesh kind: any. The outcome depends on vertex
/// order only where chains of vertices lie closer than the tolerance. Complexity: O(vertices + faces).
/// </summary>
public static class Welding
{
    /// <summary>
    /// Welds <paramref name="mesh"/>; tolerance 0 joins equal positions only. Drops faces that collapse, exact duplicates
    /// and vertices without a face. Vertices with coordinates that are not finite are never joined.
    /// </summary>
    public static WeldedMesh Weld(TriangleMesh mesh, double toleranceMm = 0)
    {
        Preconditions.Require(toleranceMm >= 0 && double.IsFinite(toleranceMm), "a tolerance is a length");
        int[] target = toleranceMm == 0 ? JoinEqual(mesh.Vertices) : JoinNear(mesh.Vertices, toleranceMm);
        int merged = 0;
        for (int v = 0; v < target.Length; v++)
        {
            if (target[v] != v)
                merged++;
        }

        var kept = new List<Triangle>(mesh.TriangleCount);
        var seen = new HashSet<Triangle>(mesh.TriangleCount);
        int collapsed = 0;
        int duplicate = 0;
        foreach (Triangle t in mesh.Triangles)
        {
            Triangle joined = new(target[t.A], target[t.B], target[t.C]);
            if (joined.A == joined.B || joined.B == joined.C || joined.C == joined.A)
                collapsed++;
            else if (!seen.Add(LeastFirst(joined)))
                duplicate++;
            else
                kept.Add(joined);
        }

        return Compact(mesh, target, kept, merged, collapsed, duplicate);
    }

    private static WeldedMesh Compact(
        TriangleMesh mesh, int[] target, List<Triangle> kept, int merged, int collapsed, int duplicate)
    {
        bool[] used = new bool[target.Length];
        foreach (Triangle t in kept)
            used[t.A] = used[t.B] = used[t.C] = true;
        int[] newIndex = new int[target.Length];
        var vertices = new List<Vec3>(target.Length - merged);
        int unused = 0;
        for (int v = 0; v < target.Length; v++)
        {
            newIndex[v] = -1;
            if (used[v])
            {
                newIndex[v] = vertices.Count;
                vertices.Add(mesh.Vertices[v]);
            }
            else if (target[v] == v)
            {
                unused++;
            }
        }

        var triangles = new Triangle[kept.Count];
        for (int f = 0; f < triangles.Length; f++)
            triangles[f] = new Triangle(newIndex[kept[f].A], newIndex[kept[f].B], newIndex[kept[f].C]);
        return new WeldedMesh(
            new TriangleMesh([.. vertices], triangles), [.. target.Select(v => newIndex[v])], merged, collapsed, duplicate, unused);
    }

    private static Triangle LeastFirst(Triangle t)
    {
        if (t.A < t.B && t.A < t.C)
            return t;
        return t.B < t.C ? new Triangle(t.B, t.C, t.A) : new Triangle(t.C, t.A, t.B);
    }

    private static int[] JoinEqual(ReadOnlySpan<Vec3> vertices)
    {
        var first = new Dictionary<Vec3, int>(vertices.Length);
        int[] target = new int[vertices.Length];
        for (int v = 0; v < target.Length; v++)
        {
            target[v] = v;
            if (vertices[v].IsFinite && !first.TryAdd(vertices[v], v))
                target[v] = first[vertices[v]];
        }

        return target;
    }

    private static int[] JoinNear(ReadOnlySpan<Vec3> vertices, double tolerance)
    {
        var head = new Dictionary<(long X, long Y, long Z), int>(vertices.Length);
        int[] next = new int[vertices.Length];
        int[] target = new int[vertices.Length];
        for (int v = 0; v < target.Length; v++)
        {
            Vec3 p = vertices[v];
            target[v] = v;
            if (!p.IsFinite)
                continue;
            (long X, long Y, long Z) cell =
                ((long)Math.Floor(p.X / tolerance), (long)Math.Floor(p.Y / tolerance), (long)Math.Floor(p.Z / tolerance));
            int found = Earliest(vertices, head, next, cell, p, tolerance);
            if (found >= 0)
            {
                target[v] = found;
                continue;
            }

            next[v] = head.TryGetValue(cell, out int previous) ? previous : -1;
            head[cell] = v;
        }

        return target;
    }

    private static int Earliest(
        ReadOnlySpan<Vec3> vertices,
        Dictionary<(long X, long Y, long Z), int> head,
        int[] next,
        (long X, long Y, long Z) cell,
        Vec3 p,
        double tolerance)
    {
        int best = -1;
        for (int i = 0; i < 27; i++)
        {
            var near = (cell.X + (i % 3) - 1, cell.Y + (i / 3 % 3) - 1, cell.Z + (i / 9) - 1);
            for (int v = head.TryGetValue(near, out int h) ? h : -1; v >= 0; v = next[v])
            {
                if ((best < 0 || v < best) && (vertices[v] - p).LengthSquared <= tolerance * tolerance)
                    best = v;
            }
        }

        return best;
    }
}
