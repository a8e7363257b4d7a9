using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Turns a lattice of signed values into the surface where they are zero. Method: marching cubes (Lorensen and Cline 1987,
/// doi 10.1145/37402.37422) with the table of <see cref="MarchingCubesTable"/>. Nodes outside the lattice count as
/// outside, so the surface is always closed. Crossings keep a fiftieth of the spacing away from nodes, so that no two
/// vertices coincide. Layers are made independently and joined in order.
/// </summary>
internal static class MarchingCubes
{
    private const double Clearance = 0.02;

    internal static TriangleMesh Extract(DistanceLattice lattice, RunContext context)
    {
        // one ring of nodes around the lattice counts as outside, see Value
        int layers = lattice.Nz + 1;
        var crossings = new Layer[layers + 1];
        context.For(layers + 1, k => crossings[k] = new Layer(lattice, k - 1));
        for (int k = 1; k <= layers; k++)
            crossings[k].First = crossings[k - 1].First + crossings[k - 1].Vertices.Count;
        int edgeVertices = crossings[layers].First + crossings[layers].Vertices.Count;
        var cells = new CellLayer[layers];
        context.For(layers, k => cells[k] = new CellLayer(lattice, k - 1, crossings[k], crossings[k + 1]));
        int middles = edgeVertices;
        int faces = 0;
        foreach (CellLayer layer in cells)
        {
            layer.FirstMiddle = middles;
            middles += layer.Middles.Count;
            faces += layer.Triangles.Count;
        }

        var vertices = new Vec3[middles];
        for (int k = 0; k <= layers; k++)
            crossings[k].Vertices.CopyTo(vertices, crossings[k].First);
        var triangles = new Triangle[faces];
        int at = 0;
        foreach (CellLayer layer in cells)
        {
            layer.Middles.CopyTo(vertices, layer.FirstMiddle);
            foreach (Triangle t in layer.Triangles)
                triangles[at++] = t.C >= 0 ? t : new Triangle(t.A, t.B, layer.FirstMiddle + ~t.C);
        }

        return new TriangleMesh(vertices, triangles);
    }

    private static float Value(DistanceLattice lattice, int x, int y, int z) =>
        (uint)x < (uint)lattice.Nx && (uint)y < (uint)lattice.Ny && (uint)z < (uint)lattice.Nz
            ? lattice.Values[lattice.Index(x, y, z)]
            : (float)lattice.Spacing;

    /// <summary>Vertices on the lattice edges that start in one layer of nodes.</summary>
    private sealed class Layer
    {
        internal Layer(DistanceLattice lattice, int z)
        {
            int width = lattice.Nx + 1;
            float[] here = new float[width + 1];
            float[] behind = new float[width + 1];
            float[] above = new float[width + 1];
            for (int y = -1; y < lattice.Ny; y++)
            {
                Row(lattice, y, z, here);
                Row(lattice, y + 1, z, behind);
                Row(lattice, y, z + 1, above);
                for (int i = 0; i < width; i++)
                {
                    bool inside = here[i] < 0;
                    int slot = (((y + 1) * width) + i) * 3;
                    if (inside != here[i + 1] < 0)
                        Add(lattice, slot, i - 1, y, z, 0, here[i], here[i + 1]);
                    if (inside != behind[i] < 0)
                        Add(lattice, slot + 1, i - 1, y, z, 1, here[i], behind[i]);
                    if (inside != above[i] < 0)
                        Add(lattice, slot + 2, i - 1, y, z, 2, here[i], above[i]);
                }
            }
        }

        /// <summary>Edges crossed, ascending: (row · width + column) · 3 + axis.</summary>
        internal List<int> Slots { get; } = [];

        internal List<Vec3> Vertices { get; } = [];

        internal int First { get; set; }

        /// <summary>Index of the vertex of each edge of the layer; only edges that are crossed are set.</summary>
        internal void Spread(int[] vertexOf)
        {
            for (int i = 0; i < Slots.Count; i++)
                vertexOf[Slots[i]] = First + i;
        }

        private static void Row(DistanceLattice lattice, int y, int z, float[] row)
        {
            Array.Fill(row, (float)lattice.Spacing);
            if ((uint)y < (uint)lattice.Ny && (uint)z < (uint)lattice.Nz)
                Array.Copy(lattice.Values, lattice.Index(0, y, z), row, 1, lattice.Nx);
        }

        private void Add(DistanceLattice lattice, int slot, int x, int y, int z, int axis, float from, float to)
        {
            double t = Math.Clamp(from / ((double)from - to), Clearance, 1 - Clearance) * lattice.Spacing;
            Vec3 node = lattice.Node(x, y, z);
            Slots.Add(slot);
            Vertices.Add(axis switch
            {
                0 => node with { X = node.X + t },
                1 => node with { Y = node.Y + t },
                _ => node with { Z = node.Z + t },
            });
        }
    }

    /// <summary>Triangles of the cells between two layers of nodes.</summary>
    private sealed class CellLayer
    {
        internal CellLayer(DistanceLattice lattice, int z, Layer low, Layer high)
        {
            if (low.Slots.Count == 0 && high.Slots.Count == 0)
                return;
            int width = lattice.Nx + 1;
            int[] lowVertex = new int[(lattice.Ny + 2) * width * 3];
            int[] highVertex = new int[lowVertex.Length];
            low.Spread(lowVertex);
            high.Spread(highVertex);
            Span<int> vertexOf = stackalloc int[12];
            for (int y = -1; y < lattice.Ny; y++)
            {
                int pattern = ColumnPattern(lattice, -1, y, z);
                for (int x = -1; x < lattice.Nx; x++)
                {
                    int next = ColumnPattern(lattice, x + 1, y, z);
                    int inside = pattern | (next << 1);
                    pattern = next;
                    if (inside is 0 or 255)
                        continue;
                    int cell = (((y + 1) * width) + x + 1) * 3;
                    for (int e = 0; e < 12; e++)
                    {
                        int start = MarchingCubesTable.EdgeStart[e];
                        int slot = cell + ((start & 1) * 3) + (((start >> 1) & 1) * width * 3) + (e / 4);
                        vertexOf[e] = slot < lowVertex.Length ? ((start & 4) == 0 ? lowVertex : highVertex)[slot] : 0;
                    }

                    foreach (MarchingCubesTable.CellLoop loop in MarchingCubesTable.Loops[inside])
                        Add(loop, vertexOf, low, high);
                }
            }
        }

        /// <summary>Middle points are counted from −1 downwards in the third corner, until their place is known.</summary>
        internal List<Triangle> Triangles { get; } = [];

        internal List<Vec3> Middles { get; } = [];

        internal int FirstMiddle { get; set; }

        /// <summary>The corners of a cell with the given x: bits 0, 2, 4, 6 for y and z.</summary>
        private static int ColumnPattern(DistanceLattice lattice, int x, int y, int z) =>
            (Value(lattice, x, y, z) < 0 ? 1 : 0)
            | (Value(lattice, x, y + 1, z) < 0 ? 4 : 0)
            | (Value(lattice, x, y, z + 1) < 0 ? 16 : 0)
            | (Value(lattice, x, y + 1, z + 1) < 0 ? 64 : 0);

        private void Add(MarchingCubesTable.CellLoop loop, ReadOnlySpan<int> vertexOf, Layer low, Layer high)
        {
            int middle = ~Middles.Count;
            if (loop.HasMiddle)
            {
                Vec3 sum = Vec3.Zero;
                foreach (int e in loop.Edges)
                    sum += vertexOf[e] >= high.First ? high.Vertices[vertexOf[e] - high.First] : low.Vertices[vertexOf[e] - low.First];
                Middles.Add(sum / loop.Edges.Length);
            }

            foreach (Triangle t in loop.Triangles)
            {
                Triangles.Add(new Triangle(
                    vertexOf[t.A], vertexOf[t.B], t.C == MarchingCubesTable.Middle ? middle : vertexOf[t.C]));
            }
        }
    }
}
