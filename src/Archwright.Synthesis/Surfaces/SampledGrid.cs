using Archwright.Geometry;

namespace Archwright.Synthesis.Surfaces;

/// <summary>The nodes of a regular grid and the field's values there, with the topology dual marching cubes asks for.</summary>
internal sealed class SampledGrid(Vec3 origin, double spacing, int nx, int ny, int nz)
{
    public int Nx { get; } = nx;

    public int Ny { get; } = ny;

    public int Nz { get; } = nz;

    public double Spacing { get; } = spacing;

    public int CellCount => (Nx - 1) * (Ny - 1) * (Nz - 1);

    /// <summary>Samples; unsampled points count as outside of every surface and touch no active cell.</summary>
    public float[] Values { get; } = Filled(nx * ny * nz);

    public int Index(int x, int y, int z) => (((z * Ny) + y) * Nx) + x;

    public int Cell(int x, int y, int z) => (((z * (Ny - 1)) + y) * (Nx - 1)) + x;

    public Vec3 Point(int x, int y, int z) => origin + (new Vec3(x, y, z) * Spacing);

    public bool IsInside(int x, int y, int z) => Values[Index(x, y, z)] < 0;

    /// <summary>True where the surface crosses the edge between two sampled points.</summary>
    public bool Differ(int x, int y, int z, int x1, int y1, int z1)
    {
        float a = Values[Index(x, y, z)];
        float b = Values[Index(x1, y1, z1)];
        return !float.IsNaN(a) && !float.IsNaN(b) && (a < 0) != (b < 0);
    }

    public int Pattern(int x, int y, int z)
    {
        int pattern = 0;
        for (int c = 0; c < 8; c++)
        {
            float value = Values[Index(x + (c & 1), y + ((c >> 1) & 1), z + (c >> 2))];
            if (float.IsNaN(value))
                return 0;
            if (value < 0)
                pattern |= 1 << c;
        }

        return pattern;
    }

    /// <summary>
    /// Where two sheets of the surface meet in one square between two cells, both cells would join them in one vertex and
    /// four faces would share an edge. The slit between the sheets, thinner than the grid resolves, is filled.
    /// </summary>
    public void FillPinches()
    {
        ReadOnlySpan<(int X, int Y, int Z)> axes = [(1, 0, 0), (0, 1, 0), (0, 0, 1)];
        for (bool isChanged = true; isChanged;)
        {
            isChanged = false;
            for (int z = 0; z < Nz - 1; z++)
            {
                for (int y = 0; y < Ny - 1; y++)
                {
                    for (int x = 0; x < Nx - 1; x++)
                    {
                        int pattern = Pattern(x, y, z);
                        if (pattern is 0 or 255)
                            continue;
                        for (int a = 0; a < 3; a++)
                        {
                            (int dx, int dy, int dz) = axes[a];
                            if (x + dx >= Nx - 1 || y + dy >= Ny - 1 || z + dz >= Nz - 1)
                                continue;
                            if (CubeLoops.IsPinched(pattern, (2 * a) + 1) && CubeLoops.IsPinched(Pattern(x + dx, y + dy, z + dz), 2 * a))
                            {
                                Fill(x, y, z, CubeLoops.Faces[(2 * a) + 1]);
                                pattern = Pattern(x, y, z);
                                isChanged = true;
                            }
                        }
                    }
                }
            }
        }
    }

    private void Fill(int x, int y, int z, int[] corners)
    {
        foreach (int c in corners)
        {
            ref float value = ref Values[Index(x + (c & 1), y + ((c >> 1) & 1), z + (c >> 2))];
            if (!(value < 0))
                value = -1e-3f;
        }
    }

    public Vec3 Crossing(int x, int y, int z, int a, int b)
    {
        Vec3 pa = Point(x + (a & 1), y + ((a >> 1) & 1), z + (a >> 2));
        Vec3 pb = Point(x + (b & 1), y + ((b >> 1) & 1), z + (b >> 2));
        double va = Values[Index(x + (a & 1), y + ((a >> 1) & 1), z + (a >> 2))];
        double vb = Values[Index(x + (b & 1), y + ((b >> 1) & 1), z + (b >> 2))];
        return Vec3.Lerp(pa, pb, Math.Clamp(va / (va - vb), 0.02, 0.98));
    }

    public int Vertex(int[] firstVertex, int x, int y, int z, int edge) =>
        firstVertex[Cell(x, y, z)] + CubeLoops.LoopOfEdge[(Pattern(x, y, z) * 12) + edge];

    private static float[] Filled(int count)
    {
        float[] values = new float[count];
        Array.Fill(values, float.NaN);
        return values;
    }
}
