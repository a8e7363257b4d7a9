using Archwright.Geometry;

namespace Archwright.Planning.Collision;

/// <summary>A body's vertices in cells with bounding spheres, to find the one deepest inside another body.</summary>
internal sealed class VertexClusters
{
    private const double CellMm = 1.25;

    /// <summary>What a distance grid may be wrong by at sharp edges, mm, where its nodes are exact; beyond, a whole spacing more.</summary>
    private const double GridErrorMm = 0.2;

    private readonly Vec3[] _vertices;
    private readonly (Vec3 Center, double Radius, int First, int Count)[] _cells;

    public VertexClusters(TriangleMesh mesh)
    {
        Vec3[] used = [.. Used(mesh)];
        var keys = new (int X, int Y, int Z)[used.Length];
        for (int i = 0; i < used.Length; i++)
            keys[i] = ((int)Math.Floor(used[i].X / CellMm), (int)Math.Floor(used[i].Y / CellMm), (int)Math.Floor(used[i].Z / CellMm));
        Array.Sort(keys, used);
        _vertices = used;
        var cells = new List<(Vec3 Center, double Radius, int First, int Count)>();
        for (int first = 0; first < used.Length;)
        {
            int end = first;
            while (end < used.Length && keys[end] == keys[first])
                end++;
            ReadOnlySpan<Vec3> own = used.AsSpan(first, end - first);
            Vec3 center = Aabb.Of(own).Center;
            double radius = 0;
            foreach (Vec3 v in own)
                radius = Math.Max(radius, Vec3.Distance(v, center));
            cells.Add((center, radius, first, end - first));
            first = end;
        }

        _cells = [.. cells];
    }

    /// <summary>Depth of the vertex deepest inside a body, exact; 0 where none is inside.</summary>
    public double DepthIn(CollisionBody body, RigidTransform bodyFromVertices, double atLeast)
    {
        Aabb box = body.Mesh.Bounds;
        double best = atLeast;
        foreach ((Vec3 center, double radius, int first, int count) in _cells)
        {
            Vec3 c = bodyFromVertices.Apply(center);
            if (!box.Inflated(radius).Contains(c) || radius + DepthAtMost(body, c) <= best)
                continue;
            for (int i = first; i < first + count; i++)
            {
                Vec3 p = bodyFromVertices.Apply(_vertices[i]);
                if (box.Contains(p) && DepthAtMost(body, p) > best)
                    best = Math.Max(best, -body.Distance.At(p));
            }
        }

        return best;
    }

    private static double DepthAtMost(CollisionBody body, Vec3 p)
    {
        double d = body.Grid.At(p);
        if (d < body.Grid.SpacingMm - body.Options.CutOffMm)
            return double.PositiveInfinity;
        bool exactNodes = Math.Abs(d) < body.Options.BandMm - body.Grid.SpacingMm;
        return (exactNodes ? GridErrorMm : body.Grid.SpacingMm + GridErrorMm) - d;
    }

    private static IEnumerable<Vec3> Used(TriangleMesh mesh)
    {
        bool[] used = new bool[mesh.VertexCount];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Triangle t = mesh.Triangles[f];
            used[t.A] = used[t.B] = used[t.C] = true;
        }

        for (int v = 0; v < used.Length; v++)
        {
            if (used[v])
                yield return mesh.Vertices[v];
        }
    }
}
