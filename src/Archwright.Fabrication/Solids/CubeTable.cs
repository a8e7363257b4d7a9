namespace Archwright.Fabrication.Solids;

/// <summary>
/// Triangles of marching cubes for each of the 256 sign patterns of a cube's corners, built by tracing the contour over the
/// faces. On an ambiguous face the inside corners are kept apart, on both sides of the face alike, so neighbouring cubes always
/// fit. No diagonal of a triangulated loop lies in a face of the cube, so no edge is ever shared by more than two triangles.
/// Corner i has coordinates (i&amp;1, i>>1&amp;1, i>>2&amp;1). Source: Lorensen and Cline 1987, doi 10.1145/37402.37422; the
/// consistent choice on faces after Nielson and Hamann 1991, doi 10.1109/VISUAL.1991.175782.
/// </summary>
internal static class CubeTable
{
    /// <summary>Corners of the twelve edges: 0–3 along x, 4–7 along y, 8–11 along z.</summary>
    public static readonly (int A, int B)[] Edges =
    [
        (0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7),
    ];

    // corners of each face, counter-clockwise seen from outside the cube
    private static readonly int[][] Faces =
    [
        [0, 4, 6, 2], [1, 3, 7, 5], [0, 1, 5, 4], [2, 6, 7, 3], [0, 2, 3, 1], [4, 5, 7, 6],
    ];

    /// <summary>Edge numbers, three a triangle, faces outwards (towards the positive side), per pattern of inside corners.</summary>
    public static readonly byte[][] Triangles = [.. Enumerable.Range(0, 256).Select(TrianglesOf)];

    private static byte[] TrianglesOf(int pattern)
    {
        int[] next = new int[12];
        Array.Fill(next, -1);
        foreach (int[] face in Faces)
            TraceFace(face, pattern, next);
        var triangles = new List<byte>();
        bool[] isDone = new bool[12];
        for (int e = 0; e < 12; e++)
        {
            if (next[e] < 0 || isDone[e])
                continue;
            var loop = new List<int>();
            for (int at = e; !isDone[at]; at = next[at])
            {
                isDone[at] = true;
                loop.Add(at);
            }

            if (!TryCut(loop, triangles))
                throw new InvalidOperationException("every loop of a cube can be cut");
        }

        return [.. triangles];
    }

    /// <summary>
    /// Walking a face counter-clockwise seen from outside, the contour runs from the edge where we go in to the edge where we
    /// next come out: so inside corners stay apart, and every crossed edge has one successor.
    /// </summary>
    private static void TraceFace(int[] face, int pattern, int[] next)
    {
        for (int i = 0; i < 4; i++)
        {
            if (IsInside(pattern, face[i]) || !IsInside(pattern, face[(i + 1) % 4]))
                continue;
            int entry = EdgeOf(face[i], face[(i + 1) % 4]);
            for (int k = 1; k < 4; k++)
            {
                int a = face[(i + k) % 4];
                int b = face[(i + k + 1) % 4];
                if (IsInside(pattern, a) && !IsInside(pattern, b))
                {
                    next[entry] = EdgeOf(a, b);
                    break;
                }
            }
        }
    }

    /// <summary>Cuts a loop into triangles whose inner diagonals join edges of no common face.</summary>
    private static bool TryCut(List<int> loop, List<byte> triangles)
    {
        if (loop.Count == 3)
        {
            triangles.AddRange([(byte)loop[0], (byte)loop[1], (byte)loop[2]]);
            return true;
        }

        for (int i = 0; i < loop.Count; i++)
        {
            int before = loop[(i + loop.Count - 1) % loop.Count];
            int after = loop[(i + 1) % loop.Count];
            if (ShareFace(before, after))
                continue;
            int mark = triangles.Count;
            triangles.AddRange([(byte)before, (byte)loop[i], (byte)after]);
            var rest = new List<int>(loop);
            rest.RemoveAt(i);
            if (TryCut(rest, triangles))
                return true;
            triangles.RemoveRange(mark, triangles.Count - mark);
        }

        return false;
    }

    private static bool ShareFace(int e, int f) => Faces.Any(face =>
        face.Contains(Edges[e].A) && face.Contains(Edges[e].B) && face.Contains(Edges[f].A) && face.Contains(Edges[f].B));

    private static bool IsInside(int pattern, int corner) => ((pattern >> corner) & 1) != 0;

    private static int EdgeOf(int a, int b) =>
        Array.FindIndex(Edges, e => (e.A == a && e.B == b) || (e.A == b && e.B == a));
}
