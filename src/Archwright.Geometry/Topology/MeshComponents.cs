using System.Collections.Immutable;

namespace Archwright.Geometry;

/// <summary>
/// The connected parts of a mesh. Two faces are connected where they share an edge (a shared vertex alone does not
/// connect). Method: union of faces over shared edges, non-manifold ones included. Parts are numbered by number of faces,
/// greatest first, ties by their first face. Mesh kind: any. Complexity: O(faces · α).
/// </summary>
/// <param name="ComponentOfFace">Per face: number of its part.</param>
/// <param name="FaceCounts">Per part: number of faces, descending.</param>
public sealed record MeshComponents(ImmutableArray<int> ComponentOfFace, ImmutableArray<int> FaceCounts)
{
    /// <summary>Number of parts.</summary>
    public int Count => FaceCounts.Length;

    /// <summary>The parts of <paramref name="mesh"/>.</summary>
    public static MeshComponents Of(TriangleMesh mesh)
    {
        int[] parent = new int[mesh.TriangleCount];
        for (int f = 0; f < parent.Length; f++)
            parent[f] = f;
        var halfEdges = new (int Low, int High, int Face)[parent.Length * 3];
        for (int f = 0; f < parent.Length; f++)
        {
            Triangle t = mesh.Triangles[f];
            halfEdges[3 * f] = (Math.Min(t.A, t.B), Math.Max(t.A, t.B), f);
            halfEdges[(3 * f) + 1] = (Math.Min(t.B, t.C), Math.Max(t.B, t.C), f);
            halfEdges[(3 * f) + 2] = (Math.Min(t.C, t.A), Math.Max(t.C, t.A), f);
        }

        foreach ((int a, int b) in SharedEdges(halfEdges, mesh.VertexCount))
            Join(parent, a, b);
        return Number(parent);
    }

    /// <summary>One part as a mesh of its own.</summary>
    public Submesh Extract(TriangleMesh mesh, int component) => Submesh.Of(mesh, f => ComponentOfFace[f] == component);

    private static IEnumerable<(int FaceA, int FaceB)> SharedEdges((int Low, int High, int Face)[] halfEdges, int vertexCount)
    {
        int[] start = new int[vertexCount + 1];
        foreach ((int low, int _, int _) in halfEdges)
            start[low + 1]++;
        for (int v = 0; v < vertexCount; v++)
            start[v + 1] += start[v];
        int[] fill = start[..^1];
        var sorted = new (int High, int Face)[halfEdges.Length];
        foreach ((int low, int high, int face) in halfEdges)
            sorted[fill[low]++] = (high, face);
        for (int v = 0; v < vertexCount; v++)
        {
            sorted.AsSpan(start[v], start[v + 1] - start[v]).Sort();
            for (int i = start[v] + 1; i < start[v + 1]; i++)
            {
                if (sorted[i].High == sorted[i - 1].High)
                    yield return (sorted[i - 1].Face, sorted[i].Face);
            }
        }
    }

    private static MeshComponents Number(int[] parent)
    {
        int[] size = new int[parent.Length];
        for (int f = 0; f < parent.Length; f++)
            size[Root(parent, f)]++;

        // the root of a part is its least face, see Join
        int[] roots = [.. Enumerable.Range(0, parent.Length).Where(f => size[f] > 0).OrderByDescending(f => size[f]).ThenBy(f => f)];
        int[] number = new int[parent.Length];
        for (int i = 0; i < roots.Length; i++)
            number[roots[i]] = i;
        var component = ImmutableArray.CreateBuilder<int>(parent.Length);
        for (int f = 0; f < parent.Length; f++)
            component.Add(number[Root(parent, f)]);
        return new MeshComponents(component.MoveToImmutable(), [.. roots.Select(r => size[r])]);
    }

    private static void Join(int[] parent, int a, int b)
    {
        int ra = Root(parent, a);
        int rb = Root(parent, b);
        if (ra < rb)
            parent[rb] = ra;
        else if (rb < ra)
            parent[ra] = rb;
    }

    private static int Root(int[] parent, int face)
    {
        while (parent[face] != face)
        {
            parent[face] = parent[parent[face]];
            face = parent[face];
        }

        return face;
    }
}
