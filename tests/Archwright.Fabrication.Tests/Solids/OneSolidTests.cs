using Archwright.Fabrication.Solids;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication.Tests.Solids;

public class OneSolidTests
{
    private static readonly RunContext One = new();

    [Fact]
    public void A_hollow_is_filled_and_a_loose_piece_goes()
    {
        ScalarLattice lattice = Ball(Vec3.Zero, 5, 0.3);
        Carve(lattice, (v, p) => Math.Max(v, 2 - p.Length));
        Carve(lattice, (v, p) => Math.Min(v, (p - new Vec3(4.4, 4.4, 4.4)).Length - 0.5));
        MeshComponents.Of(MarchingCubes.Extract(lattice, One)).FaceCounts.Length.ShouldBe(3);

        OneSolid.Make(lattice, new RunContext(2));
        TriangleMesh mesh = MarchingCubes.Extract(lattice, One);

        MeshComponents.Of(mesh).FaceCounts.Length.ShouldBe(1);
        MeshMeasures.Volume(mesh).ShouldBe(4.0 / 3 * Math.PI * 125, 5);
    }

    private static ScalarLattice Ball(Vec3 center, double radius, double spacing)
    {
        var reach = new Vec3(radius, radius, radius);
        ScalarLattice lattice = ScalarLattice.Covering(new Aabb(center - reach, center + reach).Inflated(spacing), spacing);
        Carve(lattice, (_, p) => (p - center).Length - radius);
        return lattice;
    }

    private static void Carve(ScalarLattice lattice, Func<double, Vec3, double> change)
    {
        for (int z = 0; z < lattice.Nz; z++)
        {
            for (int y = 0; y < lattice.Ny; y++)
            {
                for (int x = 0; x < lattice.Nx; x++)
                {
                    int i = lattice.Index(x, y, z);
                    lattice.Values[i] = (float)change(lattice.Values[i], lattice.Node(x, y, z));
                }
            }
        }
    }
}
