using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Which face lies across each side of each face. Only a side that exactly two faces share in opposite directions has a
/// neighbour: sides that are open, shared by three, or run twice in one direction count as borders, which keeps everything
/// built on this two-manifold and consistently oriented. O(n log n), order-independent.
/// </summary>
internal sealed class FaceAdjacency
{
    private readonly int[] _across;

    private FaceAdjacency(int[] across) => _across = across;

    /// <summary>The face across side <paramref name="side"/> (0 = A–B, 1 = B–C, 2 = C–A), or −1.</summary>
    public int Across(int face, int side) => _across[(face * 3) + side];

    /// <summary>The adjacency of a face list.</summary>
    public static FaceAdjacency Of(ReadOnlySpan<Triangle> faces)
    {
        int sides = faces.Length * 3;
        var keys = new ulong[sides];
        var slots = new int[sides];
        for (int f = 0; f < faces.Length; f++)
        {
            for (int s = 0; s < 3; s++)
            {
                (int from, int to) = Side(faces[f], s);
                (uint low, uint high) = from < to ? ((uint)from, (uint)to) : ((uint)to, (uint)from);
                keys[(f * 3) + s] = ((ulong)low << 32) | high;
                slots[(f * 3) + s] = (f * 3) + s;
            }
        }

        Array.Sort(keys, slots);
        var across = new int[sides];
        Array.Fill(across, -1);
        for (int i = 0; i < sides;)
        {
            int j = i + 1;
            while (j < sides && keys[j] == keys[i])
                j++;
            if (j - i == 2)
            {
                int a = slots[i];
                int b = slots[i + 1];
                if (Side(faces[a / 3], a % 3).From != Side(faces[b / 3], b % 3).From)
                {
                    across[a] = b / 3;
                    across[b] = a / 3;
                }
            }

            i = j;
        }

        return new FaceAdjacency(across);
    }

    /// <summary>The directed side of a face.</summary>
    public static (int From, int To) Side(Triangle t, int side) => side switch
    {
        0 => (t.A, t.B),
        1 => (t.B, t.C),
        _ => (t.C, t.A),
    };

    /// <summary>
    /// Components of faces joined across sides where <paramref name="joined"/> holds: per face the number of its component,
    /// numbered by their first face.
    /// </summary>
    public (int[] ComponentOf, int Count) Components(int faceCount, Func<int, int, bool> joined)
    {
        var component = new int[faceCount];
        Array.Fill(component, -1);
        int count = 0;
        var stack = new Stack<int>();
        for (int seed = 0; seed < faceCount; seed++)
        {
            if (component[seed] >= 0)
                continue;
            component[seed] = count;
            stack.Push(seed);
            while (stack.TryPop(out int f))
            {
                for (int s = 0; s < 3; s++)
                {
                    int g = Across(f, s);
                    if (g >= 0 && component[g] < 0 && joined(f, g))
                    {
                        component[g] = count;
                        stack.Push(g);
                    }
                }
            }

            count++;
        }

        return (component, count);
    }
}
