namespace Archwright.Synthesis.Surfaces;

/// <summary>
/// For each of the 256 sign patterns of a cube's corners, which loop of the surface each crossed edge belongs to. Built by
/// tracing the contour over the six faces; on an ambiguous face the inside corners are kept apart, on both sides of the face
/// alike, so surfaces of neighbouring cubes always fit (Nielson 2004, dual marching cubes, doi 10.1109/VISUAL.2004.28).
/// Corner i has coordinates (i&amp;1, i>>1&amp;1, i>>2&amp;1).
/// </summary>
internal static class CubeLoops
{
    /// <summary>The two corners of each of the twelve edges: 0–3 along x, 4–7 along y, 8–11 along z.</summary>
    public static readonly (int A, int B)[] Edges =
    [
        (0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7),
    ];

    /// <summary>Corners round each of the six faces: −x, +x, −y, +y, −z, +z.</summary>
    public static readonly int[][] Faces =
    [
        [0, 2, 6, 4], [1, 3, 7, 5], [0, 1, 5, 4], [2, 3, 7, 6], [0, 1, 3, 2], [4, 5, 7, 6],
    ];

    private static readonly int[] EdgeOfCorners = CornerPairs();

    /// <summary>Loop number per pattern and edge (pattern × 12 + edge); −1 where the edge is not crossed.</summary>
    public static readonly sbyte[] LoopOfEdge = Build();

    /// <summary>True where all four edges of a face are crossed and belong to one loop.</summary>
    public static bool IsPinched(int pattern, int face)
    {
        int[] corners = Faces[face];
        int loop = -2;
        for (int i = 0; i < 4; i++)
        {
            int here = LoopOfEdge[(pattern * 12) + EdgeOf(corners[i], corners[(i + 1) % 4])];
            if (here < 0 || (loop != -2 && here != loop))
                return false;
            loop = here;
        }

        return true;
    }

    private static int[] CornerPairs()
    {
        int[] edges = new int[64];
        for (int e = 0; e < Edges.Length; e++)
        {
            edges[(Edges[e].A * 8) + Edges[e].B] = e;
            edges[(Edges[e].B * 8) + Edges[e].A] = e;
        }

        return edges;
    }

    private static sbyte[] Build()
    {
        sbyte[] table = new sbyte[256 * 12];
        int[] parent = new int[12];
        for (int pattern = 0; pattern < 256; pattern++)
        {
            for (int e = 0; e < 12; e++)
                parent[e] = e;
            foreach (int[] face in Faces)
                JoinOnFace(face, pattern, parent);

            sbyte next = 0;
            sbyte[] number = new sbyte[12];
            Array.Fill(number, (sbyte)-1);
            for (int e = 0; e < 12; e++)
            {
                bool crossed = IsInside(pattern, Edges[e].A) != IsInside(pattern, Edges[e].B);
                int root = Find(parent, e);
                if (crossed && number[root] < 0)
                    number[root] = next++;
                table[(pattern * 12) + e] = crossed ? number[root] : (sbyte)-1;
            }
        }

        return table;
    }

    private static void JoinOnFace(int[] face, int pattern, int[] parent)
    {
        int crossings = 0;
        for (int i = 0; i < 4; i++)
            crossings += IsInside(pattern, face[i]) != IsInside(pattern, face[(i + 1) % 4]) ? 1 : 0;
        if (crossings == 4)
        {
            for (int i = 0; i < 4; i++)
            {
                if (IsInside(pattern, face[i]))
                    Join(parent, EdgeOf(face[i], face[(i + 1) % 4]), EdgeOf(face[i], face[(i + 3) % 4]));
            }
        }
        else if (crossings == 2)
        {
            int first = -1;
            for (int i = 0; i < 4; i++)
            {
                if (IsInside(pattern, face[i]) == IsInside(pattern, face[(i + 1) % 4]))
                    continue;
                int edge = EdgeOf(face[i], face[(i + 1) % 4]);
                if (first < 0)
                    first = edge;
                else
                    Join(parent, first, edge);
            }
        }
    }

    private static bool IsInside(int pattern, int corner) => ((pattern >> corner) & 1) != 0;

    private static int EdgeOf(int a, int b) =>
        EdgeOfCorners[(a * 8) + b];

    private static int Find(int[] parent, int e)
    {
        while (parent[e] != e)
            e = parent[e];
        return e;
    }

    private static void Join(int[] parent, int a, int b) => parent[Find(parent, b)] = Find(parent, a);
}
