using System.Collections.Immutable;
using System.Numerics;

namespace Archwright.Geometry;

/// <summary>
/// The triangles of a marching-cubes cell for each of the 256 patterns of inside corners, derived rather than listed.
/// On each side of the cell every run of inside corners is cut off by a segment, so that the two cells of a side agree
/// and inside corners across a diagonal are never joined. The segments close to loops; loops are triangulated without
/// chords that lie in a side of the cell, because the neighbour might use the same chord; every loop has such a
/// triangulation. So every edge has two faces, and every vertex one fan.
/// Corner c has coordinates (c &amp; 1, c &gt;&gt; 1 &amp; 1, c &gt;&gt; 2). Edge e runs along axis e / 4 from corner <see cref="EdgeStart"/>.
/// </summary>
internal static class MarchingCubesTable
{
    /// <summary>Lower corner of each of the twelve edges.</summary>
    internal static ImmutableArray<int> EdgeStart { get; } = [0, 2, 4, 6, 0, 1, 4, 5, 0, 1, 2, 3];

    // corners of each side, counter-clockwise seen from outside the cell
    private static readonly ImmutableArray<ImmutableArray<int>> Sides =
        [[0, 4, 6, 2], [1, 3, 7, 5], [0, 1, 5, 4], [2, 6, 7, 3], [0, 2, 3, 1], [4, 5, 7, 6]];

    /// <summary>Per pattern: triangles over edge numbers, facing outwards (towards the positive side).</summary>
    internal static ImmutableArray<ImmutableArray<Triangle>> Triangles { get; } =
        [.. Enumerable.Range(0, 256).Select(TrianglesOf)];

    private static ImmutableArray<Triangle> TrianglesOf(int inside)
    {
        int[] next = new int[12];
        Array.Fill(next, -1);
        foreach (ImmutableArray<int> side in Sides)
            Link(inside, side, next);
        var triangles = new List<Triangle>();
        for (int first = 0; first < 12; first++)
        {
            if (next[first] < 0)
                continue;
            var edges = new List<int>();
            for (int e = first; next[e] >= 0;)
            {
                edges.Add(e);
                (e, next[e]) = (next[e], -1);
            }

            if (!Cut(edges, 0, edges.Count - 1, triangles))
                throw new InvalidOperationException("every loop of a cell can be triangulated");
        }

        return [.. triangles];
    }

    private static void Link(int inside, ImmutableArray<int> side, int[] next)
    {
        for (int i = 0; i < 4; i++)
        {
            // a run of inside corners starts where the walk enters, and ends where it leaves
            if (IsIn(inside, side[i]) || !IsIn(inside, side[(i + 1) % 4]))
                continue;
            int end = (i + 1) % 4;
            while (IsIn(inside, side[(end + 1) % 4]))
                end = (end + 1) % 4;
            int entry = EdgeBetween(side[i], side[(i + 1) % 4]);
            next[entry] = EdgeBetween(side[end], side[(end + 1) % 4]);
        }
    }

    private static bool IsIn(int inside, int corner) => ((inside >> corner) & 1) != 0;

    private static int EdgeBetween(int a, int b)
    {
        int axis = BitOperations.TrailingZeroCount(a ^ b);
        for (int e = 4 * axis; e < (4 * axis) + 4; e++)
        {
            if (EdgeStart[e] == Math.Min(a, b))
                return e;
        }

        throw new InvalidOperationException("neighbouring corners share an edge");
    }

    /// <summary>Triangulates the part of the loop from i to k, whose chord is allowed already.</summary>
    private static bool Cut(List<int> loop, int i, int k, List<Triangle> triangles)
    {
        if (k - i < 2)
            return true;
        int count = triangles.Count;
        for (int m = i + 1; m < k; m++)
        {
            if ((m - i > 1 && ShareSide(loop[i], loop[m])) || (k - m > 1 && ShareSide(loop[m], loop[k])))
                continue;
            triangles.Add(new Triangle(loop[i], loop[m], loop[k]));
            if (Cut(loop, i, m, triangles) && Cut(loop, m, k, triangles))
                return true;
            triangles.RemoveRange(count, triangles.Count - count);
        }

        return false;
    }

    private static bool ShareSide(int e, int f) => Sides.Any(side => LiesIn(side, e) && LiesIn(side, f));

    private static bool LiesIn(ImmutableArray<int> side, int edge) =>
        side.Contains(EdgeStart[edge]) && side.Contains(EdgeStart[edge] | (1 << (edge / 4)));
}
