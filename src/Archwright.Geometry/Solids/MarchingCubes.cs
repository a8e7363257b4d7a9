using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Turns a lattice of signed values, negative inside, into the surface where they are zero. Method: marching cubes (Lorensen
/// and Cline 1987, doi 10.1145/37402.37422) with the table of <see cref="MarchingCubesTable"/>, whose choice on ambiguous
/// sides follows Nielson and Hamann 1991 (doi 10.1109/VISUAL.1991.175782). Crossings keep a fiftieth of the spacing away from
/// nodes, so that no two vertices coincide and no face is degenerate. Error of place: spacing² / (8 · radius of curvature).
/// Complexity: O(nodes).
/// </summary>
public static class MarchingCubes
{
    private const double Clearance = 0.02;

    /// <summary>
    /// The surface: closed, 2-manifold, faces outwards; nodes outside the lattice count as outside, so it is closed at the
    /// lattice's sides too. Without faces where nothing is negative. Same vertices and faces on any number of threads.
    /// </summary>
    public static TriangleMesh Extract(ScalarLattice lattice, RunContext context)
    {
        // one ring of nodes around the lattice counts as outside: layer k holds the nodes of z = k − 1
        int layers = lattice.Nz + 1;
        var crossings = new Layer[layers + 1];
        context.For(layers + 1, k => crossings[k] = new Layer(lattice, k - 1));
        for (int k = 1; k <= layers; k++)
            crossings[k].First = crossings[k - 1].First + crossings[k - 1].Vertices.Count;
        var vertices = new Vec3[crossings[layers].First + crossings[layers].Vertices.Count];
        var cells = new List<Triangle>[layers];
        context.For(layers, k =>
        {
            crossings[k].Vertices.CopyTo(vertices, crossings[k].First);
            cells[k] = Cells(lattice, crossings[k], crossings[k + 1]);
        });
        var triangles = new Triangle[cells.Sum(c => c.Count)];
        int at = 0;
        foreach (List<Triangle> layer in cells)
        {
            layer.CopyTo(triangles, at);
            at += layer.Count;
        }

        return new TriangleMesh(vertices, triangles);
    }

    /// <summary>Triangles of the cells between two layers of nodes.</summary>
    private static List<Triangle> Cells(ScalarLattice lattice, Layer low, Layer high)
    {
        var triangles = new List<Triangle>();
        if (low.Slots.Count == 0 && high.Slots.Count == 0)
            return triangles;
        int width = lattice.Nx + 2;
        int[] lowVertex = low.Spread(width * (lattice.Ny + 2) * 3);
        int[] highVertex = high.Spread(lowVertex.Length);
        var pattern = new byte[width];
        Span<int> vertexOf = stackalloc int[12];
        for (int y = 0; y + 1 < lattice.Ny + 2; y++)
        {
            ReadOnlySpan<byte> lowRows = low.Inside.AsSpan(y * width, 2 * width);
            ReadOnlySpan<byte> highRows = high.Inside.AsSpan(y * width, 2 * width);
            for (int x = 0; x < width; x++)
                pattern[x] = (byte)(lowRows[x] | (lowRows[width + x] << 2) | (highRows[x] << 4) | (highRows[width + x] << 6));
            for (int x = 0; x + 1 < width; x++)
            {
                int inside = pattern[x] | (pattern[x + 1] << 1);
                if (inside is 0 or 255)
                {
                    // on to the last node of the run
                    int run = pattern.AsSpan(x + 1).IndexOfAnyExcept(pattern[x]);
                    x = run < 0 ? width : x + run - 1;
                    continue;
                }

                int cell = ((y * width) + x) * 3;
                for (int e = 0; e < 12; e++)
                {
                    int start = MarchingCubesTable.EdgeStart[e];
                    int slot = cell + ((start & 1) * 3) + (((start >> 1) & 1) * width * 3) + (e / 4);
                    vertexOf[e] = ((start & 4) == 0 ? lowVertex : highVertex)[slot];
                }

                foreach (Triangle t in MarchingCubesTable.Triangles[inside])
                    triangles.Add(new Triangle(vertexOf[t.A], vertexOf[t.B], vertexOf[t.C]));
            }
        }

        return triangles;
    }

    /// <summary>One layer of nodes with its ring, and the vertices on the lattice edges that start in it.</summary>
    private sealed class Layer
    {
        internal Layer(ScalarLattice lattice, int z)
        {
            int width = lattice.Nx + 2;
            Inside = new byte[width * (lattice.Ny + 2)];
            float[] here = new float[width];
            float[] behind = new float[width];
            float[] above = new float[width];
            Row(lattice, -1, z, behind);
            for (int y = -1; y <= lattice.Ny; y++)
            {
                (here, behind) = (behind, here);
                Row(lattice, y + 1, z, behind);
                Row(lattice, y, z + 1, above);
                int first = (y + 1) * width;
                for (int i = 0; i + 1 < width; i++)
                {
                    bool inside = here[i] < 0;
                    Inside[first + i] = inside ? (byte)1 : (byte)0;
                    if (inside != here[i + 1] < 0)
                        Add(lattice, first + i, i - 1, y, z, 0, here[i], here[i + 1]);
                    if (inside != behind[i] < 0)
                        Add(lattice, first + i, i - 1, y, z, 1, here[i], behind[i]);
                    if (inside != above[i] < 0)
                        Add(lattice, first + i, i - 1, y, z, 2, here[i], above[i]);
                }
            }
        }

        /// <summary>1 for the nodes inside, row by row.</summary>
        internal byte[] Inside { get; }

        /// <summary>Edges crossed, ascending: node · 3 + axis.</summary>
        internal List<int> Slots { get; } = [];

        internal List<Vec3> Vertices { get; } = [];

        internal int First { get; set; }

        /// <summary>Index of the vertex of each edge of the layer; only edges that are crossed are set.</summary>
        internal int[] Spread(int edges)
        {
            var vertexOf = new int[edges];
            for (int i = 0; i < Slots.Count; i++)
                vertexOf[Slots[i]] = First + i;
            return vertexOf;
        }

        private static void Row(ScalarLattice lattice, int y, int z, float[] row)
        {
            Array.Fill(row, (float)lattice.Spacing);
            if ((uint)y < (uint)lattice.Ny && (uint)z < (uint)lattice.Nz)
                Array.Copy(lattice.Values, lattice.Index(0, y, z), row, 1, lattice.Nx);
        }

        private void Add(ScalarLattice lattice, int node, int x, int y, int z, int axis, float from, float to)
        {
            double t = Math.Clamp(from / ((double)from - to), Clearance, 1 - Clearance) * lattice.Spacing;
            Vec3 place = lattice.Node(x, y, z);
            Slots.Add((node * 3) + axis);
            Vertices.Add(axis switch
            {
                0 => place with { X = place.X + t },
                1 => place with { Y = place.Y + t },
                _ => place with { Z = place.Z + t },
            });
        }
    }
}
