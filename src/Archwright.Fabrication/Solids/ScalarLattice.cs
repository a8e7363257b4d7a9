using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication.Solids;

/// <summary>
/// A distance-like field on a regular lattice, negative inside, whose nodes lie at whole multiples of the spacing. All nodes on
/// its border are outside, so the surface in it is closed.
/// </summary>
internal sealed class ScalarLattice
{
    private const long NodesMax = 200_000_000;

    public ScalarLattice(Aabb box, double spacing, float outside)
    {
        Spacing = spacing;
        X0 = (int)Math.Floor(box.Min.X / spacing) - 2;
        Y0 = (int)Math.Floor(box.Min.Y / spacing) - 2;
        Z0 = (int)Math.Floor(box.Min.Z / spacing) - 2;
        Nx = (int)Math.Ceiling(box.Max.X / spacing) + 3 - X0;
        Ny = (int)Math.Ceiling(box.Max.Y / spacing) + 3 - Y0;
        Nz = (int)Math.Ceiling(box.Max.Z / spacing) + 3 - Z0;
        Preconditions.Require((long)Nx * Ny * Nz <= NodesMax, "a model's lattice fits into memory: choose a wider spacing");
        Values = new float[Nx * Ny * Nz];
        Array.Fill(Values, outside);
    }

    public double Spacing { get; }

    public int X0 { get; }

    public int Y0 { get; }

    public int Z0 { get; }

    public int Nx { get; }

    public int Ny { get; }

    public int Nz { get; }

    public float[] Values { get; }

    public int Index(int x, int y, int z) => (((z * Ny) + y) * Nx) + x;

    public Vec3 Node(int x, int y, int z) => new((X0 + x) * Spacing, (Y0 + y) * Spacing, (Z0 + z) * Spacing);

    /// <summary>Puts every node of the border outside, so that no surface is left open.</summary>
    public void CloseBorder()
    {
        for (int z = 0; z < Nz; z++)
        {
            bool isEnd = z == 0 || z == Nz - 1;
            for (int y = 0; y < Ny; y++)
            {
                int step = isEnd || y == 0 || y == Ny - 1 ? 1 : Nx - 1;
                for (int x = 0; x < Nx; x += step)
                    Values[Index(x, y, z)] = Math.Max(Values[Index(x, y, z)], (float)Spacing);
            }
        }
    }

    /// <summary>Index range of nodes in [low, high] along one axis, kept off the border.</summary>
    public static (int From, int To) Range(double low, double high, double spacing, int first, int count) =>
        (Math.Max(1, (int)Math.Ceiling(low / spacing) - first), Math.Min(count - 2, (int)Math.Floor(high / spacing) - first));
}
