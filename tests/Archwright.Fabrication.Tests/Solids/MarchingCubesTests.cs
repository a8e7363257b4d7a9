using Archwright.Fabrication.Solids;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication.Tests.Solids;

public class MarchingCubesTests
{
    private static readonly RunContext One = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_field_gives_a_closed_two_manifold(ulong seed)
    {
        // noise crosses every face in every way there is
        var random = new SeededRandom(seed);
        var lattice = new ScalarLattice(new Aabb(Vec3.Zero, new Vec3(20, 20, 20)), 1, 1);
        for (int i = 0; i < lattice.Values.Length; i++)
            lattice.Values[i] = (float)random.Uniform(-1, 1);
        lattice.CloseBorder();

        TriangleMesh mesh = MarchingCubes.Extract(lattice, One);

        MeshTopology.Of(mesh).IsClosed.ShouldBeTrue();
        mesh.TriangleCount.ShouldBeGreaterThan(5000);
        Enumerable.Range(0, mesh.TriangleCount).Min(f => mesh.AreaVector(f).Length).ShouldBeGreaterThan(1e-6);
    }

    [Fact]
    public void A_ball_has_its_volume_and_looks_outwards()
    {
        ScalarLattice lattice = Ball(new Vec3(0.3, -0.2, 0.1), 5, 0.25);

        TriangleMesh mesh = MarchingCubes.Extract(lattice, One);

        double truth = 4.0 / 3 * Math.PI * 125;
        MeshMeasures.Volume(mesh).ShouldBe(truth, truth * 0.005);
        MeshComponents.Of(mesh).FaceCounts.Length.ShouldBe(1);
    }

    [Fact]
    public void The_mesh_does_not_depend_on_threads()
    {
        ScalarLattice lattice = Ball(Vec3.Zero, 4, 0.3);

        TriangleMesh one = MarchingCubes.Extract(lattice, One);
        TriangleMesh two = MarchingCubes.Extract(lattice, new RunContext(2));

        two.Vertices.SequenceEqual(one.Vertices).ShouldBeTrue();
        two.Triangles.SequenceEqual(one.Triangles).ShouldBeTrue();
    }

    [Fact]
    public void A_hollow_is_filled_and_a_loose_piece_goes()
    {
        ScalarLattice lattice = Ball(Vec3.Zero, 5, 0.3);
        Carve(lattice, (v, p) => Math.Max(v, 2 - p.Length));
        Carve(lattice, (v, p) => Math.Min(v, (p - new Vec3(4.4, 4.4, 4.4)).Length - 0.5));
        MeshComponents.Of(MarchingCubes.Extract(lattice, One)).FaceCounts.Length.ShouldBe(3);

        OneSolid.Make(lattice);
        TriangleMesh mesh = MarchingCubes.Extract(lattice, One);

        MeshComponents.Of(mesh).FaceCounts.Length.ShouldBe(1);
        MeshMeasures.Volume(mesh).ShouldBe(4.0 / 3 * Math.PI * 125, 5);
    }

    private static ScalarLattice Ball(Vec3 center, double radius, double spacing)
    {
        var reach = new Vec3(radius, radius, radius);
        var lattice = new ScalarLattice(new Aabb(center - reach, center + reach), spacing, 1);
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
