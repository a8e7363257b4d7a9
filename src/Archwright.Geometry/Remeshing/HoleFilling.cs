using System.Collections.Immutable;

namespace Archwright.Geometry;

/// <summary>
/// Closes holes by triangulated patches. Method: the triangulation of the loop of least area and least bending, refined
/// until its density follows that of the rim, then faired (Liepa 2003, "Filling holes in meshes", SGP 2003). Very long
/// loops are first shortened by cutting off their sharpest ears. Chords that are edges of the mesh already are not used,
/// so that no edge gets a third face; where that leaves no triangulation, the loop is closed by a fan about its centre,
/// which always is manifold.
/// Mesh kind: any with consistent faces; a loop from <see cref="BoundaryLoops"/> of the same mesh.
/// Complexity: O(n³) for n ≤ 400 edges, O(n²) for what exceeds that. Known limit: patches do not look out for other parts
/// of the mesh and may pass through them; loops that wind about themselves give folded patches.
/// </summary>
public static class HoleFilling
{
    /// <summary>Closes one loop.</summary>
    public static FilledMesh Fill(TriangleMesh mesh, BoundaryLoop loop, HoleFillingOptions options) =>
        Fill(MeshTopology.Of(mesh), [loop], 0, options);

    /// <summary>Closes all loops within the size limits of <paramref name="options"/>.</summary>
    public static FilledMesh FillAll(TriangleMesh mesh, HoleFillingOptions options)
    {
        MeshTopology topology = MeshTopology.Of(mesh);
        ImmutableArray<BoundaryLoop> loops = BoundaryLoops.Of(topology);
        ImmutableArray<BoundaryLoop> small =
            [.. loops.Where(l => l.Vertices.Length <= options.EdgesMax && l.LengthMm <= options.LengthMmMax)];
        return Fill(topology, small, loops.Length - small.Length, options);
    }

    private static FilledMesh Fill(
        MeshTopology topology, ImmutableArray<BoundaryLoop> loops, int openLoops, HoleFillingOptions options)
    {
        TriangleMesh mesh = topology.Mesh;
        var vertices = new List<Vec3>(mesh.VertexCount);
        vertices.AddRange(mesh.Vertices);
        var triangles = new List<Triangle>(mesh.TriangleCount);
        triangles.AddRange(mesh.Triangles);
        var usedEdges = new EdgeSet(topology);
        foreach (BoundaryLoop loop in loops)
        {
            // a face beside the hole runs along the loop, so the patch runs against it
            int[] ring = [.. loop.Vertices.Reverse()];
            HolePatch patch = HolePatch.Of(topology, ring, usedEdges, options);
            int[] globalOf = new int[patch.Positions.Count];
            for (int v = 0; v < globalOf.Length; v++)
            {
                globalOf[v] = v < ring.Length ? ring[v] : vertices.Count;
                if (v >= ring.Length)
                    vertices.Add(patch.Positions[v]);
            }

            foreach (Triangle t in patch.Triangles)
            {
                triangles.Add(new Triangle(globalOf[t.A], globalOf[t.B], globalOf[t.C]));
                usedEdges.Add(globalOf[t.A], globalOf[t.B]);
                usedEdges.Add(globalOf[t.B], globalOf[t.C]);
                usedEdges.Add(globalOf[t.C], globalOf[t.A]);
            }
        }

        return new FilledMesh(
            new TriangleMesh([.. vertices], [.. triangles]), mesh.VertexCount, mesh.TriangleCount, loops.Length, openLoops);
    }

    /// <summary>Edges of the mesh and of the patches made so far.</summary>
    internal sealed class EdgeSet(MeshTopology topology)
    {
        private readonly HashSet<(int Low, int High)> _added = [];

        internal void Add(int a, int b) => _added.Add((Math.Min(a, b), Math.Max(a, b)));

        internal bool Has(int a, int b) =>
            topology.NeighboursOf(a).BinarySearch(b) >= 0 || _added.Contains((Math.Min(a, b), Math.Max(a, b)));
    }
}
