using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Solids;

public class VoxelSolidTests
{
    private static RunContext Context { get; } = new();

    [Fact]
    public void A_sphere_comes_back_as_a_closed_sphere()
    {
        VoxelSolid solid = VoxelSolid.FromMesh(TestShapes.Sphere(3, 4), 0.25, Context);

        TriangleMesh mesh = solid.ToMesh(Context);

        ShouldBeClean(mesh);
        MeshMeasures.Volume(mesh).ShouldBe(4.0 / 3 * Math.PI * 27, 1);
        solid.Volume().ShouldBe(MeshMeasures.Volume(mesh), 1);
        foreach (Vec3 v in mesh.Vertices)
            v.Length.ShouldBe(3, 0.03);
    }

    [Fact]
    public void Union_intersection_and_difference_add_up()
    {
        VoxelSolid a = VoxelSolid.FromMesh(TestShapes.BumpySphere(3, 0.4, 4), 0.2, Context);
        VoxelSolid b = VoxelSolid.FromMesh(
            TestShapes.Cube(4).Transformed(new RigidTransform(Rotation.About(Vec3.UnitZ, 0.5), new Vec3(2, 0.3, 0.1))), 0.2, Context);

        TriangleMesh union = a.Union(b, Context).ToMesh(Context);
        TriangleMesh common = a.Intersect(b, Context).ToMesh(Context);
        TriangleMesh rest = a.Subtract(b, Context).ToMesh(Context);

        foreach (TriangleMesh mesh in new[] { union, common, rest })
            ShouldBeClean(mesh);
        double volumeA = MeshMeasures.Volume(a.ToMesh(Context));
        double volumeB = MeshMeasures.Volume(b.ToMesh(Context));
        (MeshMeasures.Volume(union) + MeshMeasures.Volume(common)).ShouldBe(volumeA + volumeB, 0.01 * volumeA);
        (MeshMeasures.Volume(rest) + MeshMeasures.Volume(common)).ShouldBe(volumeA, 0.01 * volumeA);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(-0.5)]
    [InlineData(2)]
    public void An_offset_moves_the_surface(double mm)
    {
        VoxelSolid solid = VoxelSolid.FromMesh(TestShapes.Sphere(3, 4), 0.25, Context).Offset(mm, Context);

        TriangleMesh mesh = solid.ToMesh(Context);

        ShouldBeClean(mesh);
        foreach (Vec3 v in mesh.Vertices)
            v.Length.ShouldBe(3 + mm, 0.05);
    }

    [Fact]
    public void An_offset_after_a_difference_is_true_to_its_surface()
    {
        VoxelSolid ball = VoxelSolid.FromMesh(TestShapes.Sphere(3, 4), 0.2, Context);
        VoxelSolid box = VoxelSolid.FromMesh(TestShapes.Cube(4).Transformed(new(Rotation.Identity, new Vec3(2, 2, 2))), 0.2, Context);
        VoxelSolid bitten = ball.Subtract(box, Context);
        SignedDistance surface = SignedDistance.Build(bitten.ToMesh(Context));

        TriangleMesh grown = bitten.Offset(0.6, Context).ToMesh(Context);

        ShouldBeClean(grown);
        double[] distances = surface.At(grown.Vertices.ToArray(), Context);
        distances.Average().ShouldBe(0.6, 0.02);
        distances.Min().ShouldBeGreaterThan(0.5);
        distances.Max().ShouldBeLessThan(0.7);
    }

    [Fact]
    public void Noise_still_makes_a_clean_surface()
    {
        // every ambiguous pattern occurs in random signs
        var random = new SeededRandom(6);
        for (int trial = 0; trial < 3; trial++)
        {
            double[] noise = [.. Enumerable.Range(0, 24 * 24 * 24).Select(_ => random.Uniform(-1, 1))];
            var box = new Aabb(Vec3.Zero, new Vec3(20, 20, 20));

            VoxelSolid solid = VoxelSolid.FromField(
                box, 1, p => noise[(int)Math.Round(p.X) + (24 * (int)Math.Round(p.Y)) + (576 * (int)Math.Round(p.Z))], Context);

            TriangleMesh mesh = solid.ToMesh(Context);
            ShouldBeClean(mesh);
            mesh.TriangleCount.ShouldBeGreaterThan(5000);
            Enumerable.Range(0, mesh.TriangleCount).Min(f => mesh.AreaVector(f).Length).ShouldBeGreaterThan(1e-6);
        }
    }

    [Fact]
    public void A_field_cut_by_the_box_is_closed_there()
    {
        VoxelSolid half = VoxelSolid.FromField(new Aabb(Vec3.Zero, new Vec3(4, 4, 4)), 0.5, p => p.Z - 2, Context);

        ShouldBeClean(half.ToMesh(Context));
    }

    [Fact]
    public void A_builder_unites_moved_grids()
    {
        var grid = SignedDistanceGrid.Build(TestShapes.Sphere(2, 4), 0.2, 0.8, Context);
        var builder = new VoxelSolidBuilder(new Aabb(new Vec3(-3, -3, -3), new Vec3(8, 3, 3)), 0.25);
        builder.Unite(grid, RigidTransform.Identity, Context);
        VoxelSolidBuilder before = builder.Copy();
        builder.Unite(grid, new RigidTransform(Rotation.About(Vec3.UnitX, 1), new Vec3(5, 0, 0)), Context);

        TriangleMesh two = builder.ToMesh(Context);

        ShouldBeClean(two);
        MeshComponents.Of(two).Count.ShouldBe(2);
        MeshMeasures.Volume(two).ShouldBe(2 * MeshMeasures.Volume(TestShapes.Sphere(2, 4)), 1);
        MeshComponents.Of(before.ToMesh(Context)).Count.ShouldBe(1);
    }

    [Fact]
    public void An_open_mesh_becomes_a_closed_solid()
    {
        TriangleMesh mesh = VoxelSolid.FromMesh(TestShapes.OpenBox(3), 0.2, Context).ToMesh(Context);

        ShouldBeClean(mesh);
        MeshMeasures.Volume(mesh).ShouldBe(25.5, 2.5);
    }

    [Fact]
    public void The_mesh_is_the_same_on_any_number_of_threads()
    {
        TriangleMesh one = VoxelSolid.FromMesh(TestShapes.Torus(), 0.2, new RunContext(1)).ToMesh(new RunContext(1));
        TriangleMesh three = VoxelSolid.FromMesh(TestShapes.Torus(), 0.2, new RunContext(3)).ToMesh(new RunContext(3));

        three.Vertices.ToArray().ShouldBe(one.Vertices.ToArray());
        three.Triangles.ToArray().ShouldBe(one.Triangles.ToArray());
    }

    private static void ShouldBeClean(TriangleMesh mesh)
    {
        MeshTopology topology = MeshTopology.Of(mesh);
        topology.IsClosed.ShouldBeTrue();
        topology.IsManifold.ShouldBeTrue();
        MeshMeasures.Volume(mesh).ShouldBeGreaterThan(0);

        // as a file in single precision sees it
        var places = mesh.Vertices.ToArray().Select(v => ((float)v.X, (float)v.Y, (float)v.Z)).ToHashSet();
        places.Count.ShouldBe(mesh.VertexCount);
    }
}
