using System.Collections.Immutable;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// A person's closed line on a scan. Method: each point goes to the nearest vertex, shortest paths along edges join them (Dijkstra), the loop
/// divides the surface, and the lesser side is inside. Spikes, where the line runs back on itself, are cut off; a vertex that the line then
/// still visits twice is a crossing. Complexity: O(n) for the division, O(k log k) for each path. Known limit: the line follows edges of the
/// scan, so it is as exact as they are short.
/// </summary>
internal static class BorderDrawing
{
    private const double OffMeshMm = 2;
    private const double DetourFactor = 3;
    private const double DetourMm = 4;
    private const double LargestMm2 = 500;

    /// <summary>Per vertex: on or inside the line; or what is wrong with it, at <paramref name="where"/>.</summary>
    public static Result<bool[]> Inside(MeshTopology topology, IReadOnlyList<Vec3> points, string where)
    {
        var corners = new List<int>();
        for (int i = 0; i < points.Count; i++)
        {
            (int vertex, double distance) = Nearest(topology.Mesh, points[i]);
            if (distance > OffMeshMm)
                return Fail("label-edit-off-mesh", $"the point lies {distance:0.0} mm off the scan", $"{where}[{i}]", distance, OffMeshMm, "mm");
            if (corners.Count == 0 || corners[^1] != vertex)
                corners.Add(vertex);
        }

        var line = new List<int>();
        for (int i = 0; i < corners.Count; i++)
        {
            (int from, int to) = (corners[i], corners[(i + 1) % corners.Count]);
            ImmutableArray<int> path = Geodesics.Path(topology, from, to);
            double straight = Vec3.Distance(topology.Mesh.Vertices[from], topology.Mesh.Vertices[to]);
            double length = path.IsEmpty ? double.PositiveInfinity : Length(topology.Mesh, path);
            if (length > (DetourFactor * straight) + DetourMm)
                return Fail("label-edit-border-open", "the surface is torn between this point and the next: give more points, or scan again", $"{where}[{i}]");
            line.AddRange(path.Skip(1));
        }

        CutSpikes(line);
        if (line.Count < 3)
            return Fail("label-edit-border-size", "the line encloses nothing", where);
        var seen = new HashSet<int>();
        foreach (int v in line)
        {
            if (!seen.Add(v))
                return Fail("label-edit-border-crosses", $"the line crosses itself at {Text(topology.Mesh.Vertices[v])}", where);
        }

        return Divide(topology, line, where);
    }

    /// <summary>The nearest vertex. O(n).</summary>
    public static (int Vertex, double DistanceMm) Nearest(TriangleMesh mesh, Vec3 point)
    {
        int best = -1;
        double least = double.PositiveInfinity;
        for (int v = 0; v < mesh.VertexCount; v++)
        {
            double d = (mesh.Vertices[v] - point).LengthSquared;
            if (d < least)
                (best, least) = (v, d);
        }

        return (best, Math.Sqrt(least));
    }

    private static Result<bool[]> Divide(MeshTopology topology, List<int> line, string where)
    {
        int[] side = new int[topology.Mesh.VertexCount];
        foreach (int v in line)
            side[v] = -1;
        var sizes = new List<int> { 0 };
        var open = new Stack<int>();
        foreach (int on in line)
        {
            foreach (int first in topology.NeighboursOf(on))
            {
                if (side[first] != 0)
                    continue;
                sizes.Add(0);
                side[first] = sizes.Count - 1;
                open.Push(first);
                while (open.TryPop(out int v))
                {
                    sizes[^1]++;
                    foreach (int n in topology.NeighboursOf(v))
                    {
                        if (side[n] != 0)
                            continue;
                        side[n] = sizes.Count - 1;
                        open.Push(n);
                    }
                }
            }
        }

        if (sizes.Count < 3)
            return Fail("label-edit-border-open", "the line does not divide the surface", where);
        int outside = sizes.IndexOf(sizes.Max());
        bool[] inside = [.. side.Select(s => s != 0 && s != outside)];
        double area = 0;
        for (int f = 0; f < topology.Mesh.TriangleCount; f++)
        {
            Triangle t = topology.Mesh.Triangles[f];
            if (inside[t.A] && inside[t.B] && inside[t.C])
                area += topology.Mesh.AreaVector(f).Length / 2;
        }

        return area > LargestMm2
            ? Fail("label-edit-border-size", $"the line encloses {area:0} mm², more than a crown has", where, area, LargestMm2, "mm²")
            : Result<bool[]>.Ok(inside);
    }

    private static void CutSpikes(List<int> line)
    {
        for (int i = 0; i < line.Count && line.Count > 2;)
        {
            int next = (i + 1) % line.Count;
            int after = (i + 2) % line.Count;
            bool isDouble = line[i] == line[next];
            if (!isDouble && line[i] != line[after])
            {
                i++;
                continue;
            }

            // a b a becomes a; what stands before may now be a spike
            foreach (int gone in (isDouble ? (int[])[next] : [next, after]).OrderDescending())
                line.RemoveAt(gone);
            i = Math.Max(0, i - 3);
        }
    }

    private static double Length(TriangleMesh mesh, ImmutableArray<int> path)
    {
        double sum = 0;
        for (int i = 1; i < path.Length; i++)
            sum += Vec3.Distance(mesh.Vertices[path[i - 1]], mesh.Vertices[path[i]]);
        return sum;
    }

    private static string Text(Vec3 p) => FormattableString.Invariant($"{p.X:0.0}, {p.Y:0.0}, {p.Z:0.0}");

    private static Result<bool[]> Fail(string code, string message, string where, double? measured = null, double? limit = null, string? unit = null) =>
        Result<bool[]>.Fail(Problem.Error(code, message, where, measured, limit, unit));
}
