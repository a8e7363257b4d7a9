using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis.Surfaces;

/// <summary>
/// The zero surface of a distance-like field as a triangle mesh: dual marching cubes (Nielson 2004,
/// doi 10.1109/VISUAL.2004.28) on a regular grid, sampled only near the surface, each vertex then drawn onto the surface by
/// Newton's method. Nearly square faces of about the grid's spacing; closed wherever the surface does not leave the box.
/// The field must be negative inside and must not overstate distance by more than a factor 2. Same mesh on any number of
/// threads. Time: about the surface's area over spacing² field evaluations.
/// </summary>
internal static class ImplicitSurface
{
    private const int BlockCells = 4;

    private static readonly (int X, int Y, int Z)[] Directions =
        [(-1, 0, 0), (1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1)];

    /// <summary>Extracts the surface inside <paramref name="box"/>.</summary>
    /// <param name="field">The field.</param>
    /// <param name="box">Where to look.</param>
    /// <param name="spacingMm">Spacing of the grid.</param>
    /// <param name="ctx">Threads.</param>
    /// <param name="parts">
    /// Where the field is the lesser of two: both. Vertices of cells in which they change places are then drawn onto the crease
    /// between them, so that a row of edges follows it.
    /// </param>
    public static TriangleMesh Extract(
        Func<Vec3, double> field, Aabb box, double spacingMm, RunContext ctx, Func<Vec3, (double A, double B)>? parts = null)
    {
        var grid = Sampled(field, box, spacingMm, ctx);
        return Polygonise(grid, field, parts, ctx);
    }

    private static SampledGrid Sampled(Func<Vec3, double> field, Aabb box, double spacing, RunContext ctx)
    {
        int Blocks(double size) => Math.Max(1, (int)Math.Ceiling(size / (spacing * BlockCells)));
        int bx = Blocks(box.Size.X);
        int by = Blocks(box.Size.Y);
        int bz = Blocks(box.Size.Z);
        var grid = new SampledGrid(box.Min, spacing, (bx * BlockCells) + 1, (by * BlockCells) + 1, (bz * BlockCells) + 1);
        bool[] active = new bool[bx * by * bz];
        bool IsNear(double i, double j, double k, double cells) => Math.Abs(field(box.Min + (new Vec3(i, j, k) * (spacing * BlockCells))))
            < 1.8 * spacing * cells * 0.5 * Math.Sqrt(3);
        const int Group = 4;
        ctx.For((bz + Group - 1) / Group, gk =>
        {
            // groups of blocks first: most of the box is far from the surface
            for (int gj = 0; gj < by; gj += Group)
            {
                for (int gi = 0; gi < bx; gi += Group)
                {
                    if (!IsNear(gi + (0.5 * Group), gj + (0.5 * Group), (gk + 0.5) * Group, BlockCells * Group))
                        continue;
                    for (int k = gk * Group; k < Math.Min(bz, (gk + 1) * Group); k++)
                    {
                        for (int j = gj; j < Math.Min(by, gj + Group); j++)
                        {
                            for (int i = gi; i < Math.Min(bx, gi + Group); i++)
                                active[(((k * by) + j) * bx) + i] = IsNear(i + 0.5, j + 0.5, k + 0.5, BlockCells);
                        }
                    }
                }
            }
        });
        // follow the surface into blocks whose centre did not foretell it: a field may be steep in places
        int[] fresh = [.. Enumerable.Range(0, active.Length).Where(b => active[b])];
        while (fresh.Length > 0)
        {
            int[] now = fresh;
            ctx.For(now.Length, n => SampleBlock(grid, field, now[n] % bx, now[n] / bx % by, now[n] / (bx * by)));
            var next = new SortedSet<int>();
            foreach (int b in now)
            {
                (int i, int j, int k) = (b % bx, b / bx % by, b / (bx * by));
                foreach ((int dx, int dy, int dz) in Directions)
                {
                    (int x, int y, int z) = (i + dx, j + dy, k + dz);
                    if (x < 0 || y < 0 || z < 0 || x >= bx || y >= by || z >= bz || active[(((z * by) + y) * bx) + x])
                        continue;
                    if (CrossesFace(grid, i, j, k, dx, dy, dz))
                        next.Add((((z * by) + y) * bx) + x);
                }
            }

            fresh = [.. next];
            foreach (int b in fresh)
                active[b] = true;
        }

        grid.FillPinches();
        return grid;
    }

    /// <summary>Values on a face shared by two blocks are computed by both, to the same bits.</summary>
    private static void SampleBlock(SampledGrid grid, Func<Vec3, double> field, int i, int j, int k)
    {
        for (int z = k * BlockCells; z <= (k + 1) * BlockCells; z++)
        {
            for (int y = j * BlockCells; y <= (j + 1) * BlockCells; y++)
            {
                for (int x = i * BlockCells; x <= (i + 1) * BlockCells; x++)
                {
                    int index = grid.Index(x, y, z);
                    if (float.IsNaN(grid.Values[index]))
                        grid.Values[index] = (float)field(grid.Point(x, y, z));
                }
            }
        }
    }

    private static bool CrossesFace(SampledGrid grid, int i, int j, int k, int dx, int dy, int dz)
    {
        bool some = false;
        bool all = true;
        for (int a = 0; a <= BlockCells; a++)
        {
            for (int b = 0; b <= BlockCells; b++)
            {
                int x = (i * BlockCells) + (dx == 0 ? a : dx > 0 ? BlockCells : 0);
                int y = (j * BlockCells) + (dy == 0 ? (dx == 0 ? b : a) : dy > 0 ? BlockCells : 0);
                int z = (k * BlockCells) + (dz == 0 ? b : dz > 0 ? BlockCells : 0);
                bool inside = grid.IsInside(x, y, z);
                some |= inside;
                all &= inside;
            }
        }

        return some && !all;
    }

    private static TriangleMesh Polygonise(
        SampledGrid grid, Func<Vec3, double> field, Func<Vec3, (double A, double B)>? parts, RunContext ctx)
    {
        // one layer of cells at a time, each into its own list, joined in order
        var layers = new List<(int Cell, int Loop, Vec3 Point)>[grid.Nz - 1];
        ctx.For(grid.Nz - 1, z => layers[z] = LayerVertices(grid, field, parts, z));
        var vertices = new List<Vec3>();
        int[] firstVertex = new int[grid.CellCount];
        Array.Fill(firstVertex, -1);
        foreach ((int cell, int loop, Vec3 point) in layers.SelectMany(l => l))
        {
            if (loop == 0)
                firstVertex[cell] = vertices.Count;
            vertices.Add(point);
        }

        Vec3[] points = [.. vertices];
        var faces = new List<Triangle>[grid.Nz];
        ctx.For(grid.Nz, z => faces[z] = LayerFaces(grid, firstVertex, points, z));
        return new TriangleMesh(points, [.. faces.SelectMany(f => f)]);
    }

    private static List<(int Cell, int Loop, Vec3 Point)> LayerVertices(
        SampledGrid grid, Func<Vec3, double> field, Func<Vec3, (double A, double B)>? parts, int z)
    {
        var found = new List<(int, int, Vec3)>();
        Span<Vec3> sums = stackalloc Vec3[4];
        Span<int> counts = stackalloc int[4];
        for (int y = 0; y < grid.Ny - 1; y++)
        {
            for (int x = 0; x < grid.Nx - 1; x++)
            {
                int pattern = grid.Pattern(x, y, z);
                if (pattern is 0 or 255)
                    continue;
                sums.Clear();
                counts.Clear();
                int loops = 0;
                for (int e = 0; e < 12; e++)
                {
                    int loop = CubeLoops.LoopOfEdge[(pattern * 12) + e];
                    if (loop < 0)
                        continue;
                    sums[loop] += grid.Crossing(x, y, z, CubeLoops.Edges[e].A, CubeLoops.Edges[e].B);
                    counts[loop]++;
                    loops = Math.Max(loops, loop + 1);
                }

                for (int loop = 0; loop < loops; loop++)
                {
                    Vec3 start = sums[loop] / counts[loop];
                    Vec3 point = Drawn(field, start, grid.Spacing);
                    if (parts is not null && loops == 1)
                        point = OnCrease(grid, parts, x, y, z, point);
                    found.Add((grid.Cell(x, y, z), loop, point));
                }
            }
        }

        return found;
    }

    /// <summary>Two Newton steps along the gradient, never further than 0.6 of a cell.</summary>
    private static Vec3 Drawn(Func<Vec3, double> field, Vec3 start, double spacing)
    {
        Vec3 p = start;
        double e = 0.05 * spacing;
        double value = field(p);
        var gradient = new Vec3(
            field(p + new Vec3(e, 0, 0)) - value, field(p + new Vec3(0, e, 0)) - value, field(p + new Vec3(0, 0, e)) - value);
        gradient /= e;
        double slope2 = gradient.LengthSquared;
        if (slope2 < 0.04)
            return p;
        for (int step = 0; step < 2; step++)
        {
            // the gradient changes little over so short a way and serves twice
            Vec3 next = p - (gradient * (value / slope2));
            if (!next.IsFinite || Vec3.Distance(next, start) > 0.6 * spacing)
                break;
            p = next;
            if (step == 0)
                value = field(p);
        }

        return p;
    }

    /// <summary>The point drawn onto the crease of the two parts where it runs through the cell; else the point itself.</summary>
    private static Vec3 OnCrease(SampledGrid grid, Func<Vec3, (double A, double B)> parts, int x, int y, int z, Vec3 point)
    {
        (double a, double b) = parts(point);
        if (Math.Abs(a - b) > 1.5 * grid.Spacing)
            return point;
        bool some = false;
        bool all = true;
        for (int c = 0; c < 8; c++)
        {
            (double ca, double cb) = parts(grid.Point(x + (c & 1), y + ((c >> 1) & 1), z + (c >> 2)));
            some |= ca < cb;
            all &= ca < cb;
        }

        if (!some || all)
            return point;
        Vec3 p = point;
        double e = 0.05 * grid.Spacing;
        for (int step = 0; step < 3; step++)
        {
            (a, b) = parts(p);
            (double ax, double bx) = parts(p + new Vec3(e, 0, 0));
            (double ay, double by) = parts(p + new Vec3(0, e, 0));
            (double az, double bz) = parts(p + new Vec3(0, 0, e));
            Vec3 ga = new Vec3(ax - a, ay - a, az - a) / e;
            Vec3 gb = new Vec3(bx - b, by - b, bz - b) / e;
            // least step with ga·d = −a and gb·d = −b: d = ga·s + gb·t
            double aa = ga.LengthSquared;
            double ab = Vec3.Dot(ga, gb);
            double bb = gb.LengthSquared;
            double det = (aa * bb) - (ab * ab);
            if (det < 0.02 * aa * bb)
                return point;
            Vec3 next = p + (ga * (((b * ab) - (a * bb)) / det)) + (gb * (((a * ab) - (b * aa)) / det));
            if (!next.IsFinite || Vec3.Distance(next, point) > 0.8 * grid.Spacing)
                return point;
            p = next;
        }

        return p;
    }

    private static List<Triangle> LayerFaces(SampledGrid grid, int[] firstVertex, Vec3[] points, int z)
    {
        var faces = new List<Triangle>();
        for (int y = 0; y < grid.Ny; y++)
        {
            for (int x = 0; x < grid.Nx; x++)
            {
                bool inside = grid.IsInside(x, y, z);
                // the four cells around the edge from (x, y, z) along each axis, counter-clockwise seen from its far end
                if (x < grid.Nx - 1 && y > 0 && z > 0 && y < grid.Ny - 1 && z < grid.Nz - 1 && grid.Differ(x, y, z, x + 1, y, z))
                {
                    AddQuad(faces, points, inside,
                        grid.Vertex(firstVertex, x, y - 1, z - 1, 3), grid.Vertex(firstVertex, x, y, z - 1, 2),
                        grid.Vertex(firstVertex, x, y, z, 0), grid.Vertex(firstVertex, x, y - 1, z, 1));
                }

                if (y < grid.Ny - 1 && x > 0 && z > 0 && x < grid.Nx - 1 && z < grid.Nz - 1 && grid.Differ(x, y, z, x, y + 1, z))
                {
                    AddQuad(faces, points, inside,
                        grid.Vertex(firstVertex, x - 1, y, z - 1, 7), grid.Vertex(firstVertex, x - 1, y, z, 5),
                        grid.Vertex(firstVertex, x, y, z, 4), grid.Vertex(firstVertex, x, y, z - 1, 6));
                }

                if (z < grid.Nz - 1 && x > 0 && y > 0 && x < grid.Nx - 1 && y < grid.Ny - 1 && grid.Differ(x, y, z, x, y, z + 1))
                {
                    AddQuad(faces, points, inside,
                        grid.Vertex(firstVertex, x - 1, y - 1, z, 11), grid.Vertex(firstVertex, x, y - 1, z, 10),
                        grid.Vertex(firstVertex, x, y, z, 8), grid.Vertex(firstVertex, x - 1, y, z, 9));
                }
            }
        }

        return faces;
    }

    private static void AddQuad(List<Triangle> faces, Vec3[] points, bool inside, int a, int b, int c, int d)
    {
        if (!inside)
            (b, d) = (d, b);
        if ((points[a] - points[c]).LengthSquared <= (points[b] - points[d]).LengthSquared)
        {
            faces.Add(new Triangle(a, b, c));
            faces.Add(new Triangle(a, c, d));
        }
        else
        {
            faces.Add(new Triangle(b, c, d));
            faces.Add(new Triangle(b, d, a));
        }
    }
}
