using System.Runtime.CompilerServices;
using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Values at the nodes of a regular lattice, single precision, x fastest: distances or any other field, whose zero surface
/// <see cref="MarchingCubes"/> draws. Nodes lie at whole multiples of the spacing, so that lattices of equal spacing share
/// their nodes. Frame and unit are the caller's, mm throughout the project.
/// </summary>
/// <threadsafety>Different nodes may be written from different threads.</threadsafety>
public sealed class ScalarLattice
{
    private const long NodesMax = 400_000_000;

    internal ScalarLattice(double spacing, int x0, int y0, int z0, int nx, int ny, int nz)
    {
        Preconditions.Require(spacing > 0, "a lattice has a spacing");
        Preconditions.Require(nx >= 2 && ny >= 2 && nz >= 2, "a lattice has a cell");
        Preconditions.Require((long)nx * ny * nz <= NodesMax, "a lattice fits into memory: choose a wider spacing");
        (Spacing, X0, Y0, Z0, Nx, Ny, Nz) = (spacing, x0, y0, z0, nx, ny, nz);
        Values = new float[nx * ny * nz];
    }

    /// <summary>Distance between neighbouring nodes.</summary>
    public double Spacing { get; }

    /// <summary>Whole number of spacings at which the first node along x lies.</summary>
    public int X0 { get; }

    /// <summary>As <see cref="X0"/>, along y.</summary>
    public int Y0 { get; }

    /// <summary>As <see cref="X0"/>, along z.</summary>
    public int Z0 { get; }

    /// <summary>Nodes along x.</summary>
    public int Nx { get; }

    /// <summary>Nodes along y.</summary>
    public int Ny { get; }

    /// <summary>Nodes along z.</summary>
    public int Nz { get; }

    /// <summary>Value per node, in the order of <see cref="Index"/>.</summary>
    public float[] Values { get; }

    /// <summary>The box from the first node to the last.</summary>
    public Aabb Bounds => new(Node(0, 0, 0), Node(Nx - 1, Ny - 1, Nz - 1));

    /// <summary>The least lattice that holds a box, all its values 0.</summary>
    public static ScalarLattice Covering(Aabb box, double spacing)
    {
        int x0 = Floor(box.Min.X, spacing);
        int y0 = Floor(box.Min.Y, spacing);
        int z0 = Floor(box.Min.Z, spacing);
        return new ScalarLattice(
            spacing,
            x0,
            y0,
            z0,
            Math.Max(2, Floor(box.Max.X, spacing) + 2 - x0),
            Math.Max(2, Floor(box.Max.Y, spacing) + 2 - y0),
            Math.Max(2, Floor(box.Max.Z, spacing) + 2 - z0));
    }

    /// <summary>Place of a node.</summary>
    public Vec3 Node(int x, int y, int z) => new((X0 + x) * Spacing, (Y0 + y) * Spacing, (Z0 + z) * Spacing);

    /// <summary>Where the value of a node stands in <see cref="Values"/>.</summary>
    public int Index(int x, int y, int z) => (((z * Ny) + y) * Nx) + x;

    /// <summary>Trilinear value at a point, which is first clamped to the lattice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sample(Vec3 p)
    {
        double inverse = 1 / Spacing;
        double x = Math.Clamp((p.X * inverse) - X0, 0, Nx - 1);
        double y = Math.Clamp((p.Y * inverse) - Y0, 0, Ny - 1);
        double z = Math.Clamp((p.Z * inverse) - Z0, 0, Nz - 1);
        int i = Math.Min((int)x, Nx - 2);
        int j = Math.Min((int)y, Ny - 2);
        int k = Math.Min((int)z, Nz - 2);
        x -= i;
        y -= j;
        z -= k;
        int at = Index(i, j, k);
        int up = Nx * Ny;
        float[] v = Values;
        double low = Mix(Mix(v[at], v[at + 1], x), Mix(v[at + Nx], v[at + Nx + 1], x), y);
        at += up;
        double high = Mix(Mix(v[at], v[at + 1], x), Mix(v[at + Nx], v[at + Nx + 1], x), y);
        return Mix(low, high, z);
    }

    /// <summary>
    /// The nodes of one axis that lie in an interval: the first, and one after the last. The axis has
    /// <paramref name="count"/> nodes from <paramref name="first"/> spacings on.
    /// </summary>
    public static (int From, int To) Range(double low, double high, double spacing, int first, int count)
    {
        int from = (int)Math.Clamp(Math.Ceiling((low / spacing) - 1e-9) - first, 0, count);
        int to = (int)Math.Clamp(Math.Floor((high / spacing) + 1e-9) - first + 1, 0, count);
        return (from, to);
    }

    private static double Mix(double a, double b, double t) => a + ((b - a) * t);

    private static int Floor(double value, double spacing) => (int)Math.Floor(value / spacing);
}
