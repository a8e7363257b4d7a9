using System.Collections.Immutable;

namespace Archwright.Geometry;

/// <summary>
/// The holes and open ends of a mesh. Method: follow boundary edges, turning about each vertex within its own fan of
/// faces; a chain that passes a vertex twice is cut there into simple loops, so that closing each of them joins the fans
/// of that vertex into one. Mesh kind: any; boundary edges that make no closed chain (wrongly oriented faces) are left
/// out. Order: by first boundary edge. Complexity: O(faces).
/// </summary>
public static class BoundaryLoops
{
    /// <summary>All simple boundary loops of <paramref name="mesh"/>.</summary>
    public static ImmutableArray<BoundaryLoop> Of(TriangleMesh mesh) => Of(MeshTopology.Of(mesh));

    /// <summary>All simple boundary loops of a mesh whose topology is at hand.</summary>
    public static ImmutableArray<BoundaryLoop> Of(MeshTopology topology)
    {
        int halfEdgeCount = topology.Mesh.TriangleCount * 3;
        bool[] done = new bool[halfEdgeCount];
        var loops = ImmutableArray.CreateBuilder<BoundaryLoop>();
        var chain = new List<int>();
        int[] positionInChain = new int[topology.Mesh.VertexCount];
        Array.Fill(positionInChain, -1);
        for (int h = 0; h < halfEdgeCount; h++)
        {
            if (done[h] || topology.Opposite(h) != -1)
                continue;
            chain.Clear();
            Follow(topology, h, done, chain, positionInChain, loops);
            foreach (int v in chain)
                positionInChain[v] = -1;
        }

        return loops.ToImmutable();
    }

    private static void Follow(
        MeshTopology topology, int first, bool[] done, List<int> chain, int[] position, ImmutableArray<BoundaryLoop>.Builder loops)
    {
        for (int h = first; h >= 0 && !done[h]; h = NextBoundary(topology, h))
        {
            done[h] = true;
            Edge edge = topology.EdgeOf(h);
            if (position[edge.From] < 0)
            {
                position[edge.From] = chain.Count;
                chain.Add(edge.From);
            }

            int start = position[edge.To];
            if (start < 0)
                continue;

            // the chain has come back to a vertex of its own: what lies between is a simple loop
            List<int> loop = chain[start..];
            chain.RemoveRange(start, chain.Count - start);
            foreach (int v in loop)
                position[v] = -1;
            position[edge.To] = -1;
            if (loop.Count >= 3)
                loops.Add(new BoundaryLoop([.. loop], Length(topology.Mesh, loop)));
        }
    }

    private static int NextBoundary(MeshTopology topology, int halfEdge)
    {
        int h = MeshTopology.Next(halfEdge);
        for (int turn = 0; turn < topology.Mesh.TriangleCount; turn++)
        {
            int opposite = topology.Opposite(h);
            if (opposite == -1)
                return h;
            if (opposite < 0)
                return -1;
            h = MeshTopology.Next(opposite);
        }

        return -1;
    }

    private static double Length(TriangleMesh mesh, List<int> loop)
    {
        double length = 0;
        for (int i = 0; i < loop.Count; i++)
            length += Vec3.Distance(mesh.Vertices[loop[i]], mesh.Vertices[loop[(i + 1) % loop.Count]]);
        return length;
    }
}
