using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication.Solids;

/// <summary>
/// The zero surface of a lattice as a closed two-manifold mesh. One vertex per crossed lattice edge, placed by linear
/// interpolation and kept off the nodes so that no face is degenerate. The same mesh on any number of threads.
/// Complexity: O(nodes). Error of place: spacing² / (8 · radius of curvature).
/// </summary>
internal static class MarchingCubes
{
    // vertices stay this share of an edge away from its ends
    private const double EndShare = 0.02;

    public static TriangleMesh Extract(ScalarLattice lattice, RunContext context)
    {
        int layers = lattice.Nz - 1;
        var counts = new int[lattice.Nz];
        context.For(lattice.Nz, z => counts[z] = CountCrossings(lattice, z));
        var first = new int[lattice.Nz + 1];
        for (int z = 0; z < lattice.Nz; z++)
            first[z + 1] = first[z] + counts[z];
        var vertices = new Vec3[first[^1]];
        // vertex per node and axis of its three forward edges, one array a layer
        var vertexOf = new int[lattice.Nz][];
        context.For(lattice.Nz, z => vertexOf[z] = PlaceVertices(lattice, z, first[z], vertices));
        var faces = new Triangle[layers][];
        context.For(layers, z => faces[z] = CutLayer(lattice, z, vertexOf[z], vertexOf[z + 1]));
        return new TriangleMesh(vertices, [.. faces.SelectMany(f => f)]);
    }

    private static int CountCrossings(ScalarLattice lattice, int z)
    {
        int count = 0;
        Span<int> step = [1, lattice.Nx, lattice.Nx * lattice.Ny];
        float[] v = lattice.Values;
        for (int y = 0; y < lattice.Ny; y++)
        {
            int row = lattice.Index(0, y, z);
            for (int x = 0; x < lattice.Nx; x++)
            {
                bool inside = v[row + x] < 0;
                if (x + 1 < lattice.Nx && inside != v[row + x + step[0]] < 0)
                    count++;
                if (y + 1 < lattice.Ny && inside != v[row + x + step[1]] < 0)
                    count++;
                if (z + 1 < lattice.Nz && inside != v[row + x + step[2]] < 0)
                    count++;
            }
        }

        return count;
    }

    private static int[] PlaceVertices(ScalarLattice lattice, int z, int first, Vec3[] vertices)
    {
        var vertexOf = new int[lattice.Nx * lattice.Ny * 3];
        int next = first;
        float[] v = lattice.Values;
        for (int y = 0; y < lattice.Ny; y++)
        {
            for (int x = 0; x < lattice.Nx; x++)
            {
                int node = lattice.Index(x, y, z);
                bool inside = v[node] < 0;
                int slot = ((y * lattice.Nx) + x) * 3;
                if (x + 1 < lattice.Nx && inside != v[node + 1] < 0)
                    vertexOf[slot] = Place(Vec3.UnitX, v[node], v[node + 1]);
                if (y + 1 < lattice.Ny && inside != v[node + lattice.Nx] < 0)
                    vertexOf[slot + 1] = Place(Vec3.UnitY, v[node], v[node + lattice.Nx]);
                if (z + 1 < lattice.Nz && inside != v[node + (lattice.Nx * lattice.Ny)] < 0)
                    vertexOf[slot + 2] = Place(Vec3.UnitZ, v[node], v[node + (lattice.Nx * lattice.Ny)]);

                int Place(Vec3 axis, double from, double to)
                {
                    double t = Math.Clamp(from / (from - to), EndShare, 1 - EndShare);
                    vertices[next] = lattice.Node(x, y, z) + (axis * (t * lattice.Spacing));
                    return next++;
                }
            }
        }

        return vertexOf;
    }

    private static Triangle[] CutLayer(ScalarLattice lattice, int z, int[] below, int[] above)
    {
        var triangles = new List<Triangle>();
        float[] v = lattice.Values;
        int up = lattice.Nx * lattice.Ny;
        Span<int> corner = stackalloc int[8];
        for (int i = 0; i < 8; i++)
            corner[i] = (i & 1) + (((i >> 1) & 1) * lattice.Nx) + (((i >> 2) & 1) * up);
        for (int y = 0; y + 1 < lattice.Ny; y++)
        {
            for (int x = 0; x + 1 < lattice.Nx; x++)
            {
                int node = lattice.Index(x, y, z);
                int pattern = 0;
                for (int i = 0; i < 8; i++)
                    pattern |= v[node + corner[i]] < 0 ? 1 << i : 0;
                if (pattern is 0 or 255)
                    continue;
                byte[] cut = CubeTable.Triangles[pattern];
                for (int t = 0; t < cut.Length; t += 3)
                    triangles.Add(new Triangle(VertexOn(cut[t]), VertexOn(cut[t + 1]), VertexOn(cut[t + 2])));

                int VertexOn(int edge)
                {
                    int a = CubeTable.Edges[edge].A;
                    int slot = (((y + ((a >> 1) & 1)) * lattice.Nx) + x + (a & 1)) * 3;
                    return ((a >> 2) == 0 ? below : above)[slot + (edge / 4)];
                }
            }
        }

        return [.. triangles];
    }
}
