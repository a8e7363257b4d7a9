using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Remeshing;

public class HoleFillingTests
{
    [Fact]
    public void An_open_box_becomes_a_cube_again()
    {
        FilledMesh filled = HoleFilling.FillAll(TestShapes.OpenBox(), HoleFillingOptions.Default);

        MeshTopology.Of(filled.Mesh).IsClosed.ShouldBeTrue();
        MeshMeasures.Volume(filled.Mesh).ShouldBe(8, 1e-9);
        filled.FilledLoops.ShouldBe(1);
    }

    [Theory]
    [InlineData(PatchShape.Membrane)]
    [InlineData(PatchShape.ThinPlate)]
    public void A_sphere_without_its_cap_is_closed_and_its_faces_stay(PatchShape shape)
    {
        TriangleMesh open = Submesh.Of(Sphere, f => Sphere.FaceCenter(f).Z < 0.8).Mesh;

        FilledMesh filled = HoleFilling.FillAll(open, HoleFillingOptions.Default with { Shape = shape });

        MeshTopology topology = MeshTopology.Of(filled.Mesh);
        topology.IsClosed.ShouldBeTrue();
        topology.IsManifold.ShouldBeTrue();
        filled.Mesh.Triangles[..open.TriangleCount].ToArray().ShouldBe(open.Triangles.ToArray());

        // a flat cap loses the cap of the sphere (0.117), a plate bulges back towards it
        double volume = MeshMeasures.Volume(filled.Mesh);
        double whole = MeshMeasures.Volume(Sphere);
        if (shape == PatchShape.Membrane)
            volume.ShouldBe(whole - 0.117, 0.02);
        else
            volume.ShouldBe(whole, 0.05);
    }

    [Fact]
    public void A_long_cervical_loop_gets_an_even_patch()
    {
        TriangleMesh cone = TestShapes.OpenCone(4, 6, 300);

        FilledMesh filled = HoleFilling.FillAll(cone, HoleFillingOptions.Default);

        MeshTopology.Of(filled.Mesh).IsManifold.ShouldBeTrue();
        MeshTopology.Of(filled.Mesh).IsClosed.ShouldBeTrue();
        double patchArea = Enumerable.Range(filled.FirstPatchFace, filled.Mesh.TriangleCount - filled.FirstPatchFace)
            .Sum(f => filled.Mesh.AreaVector(f).Length / 2);
        patchArea.ShouldBe(Math.PI * 16, 0.05);
        (filled.Mesh.VertexCount - cone.VertexCount).ShouldBeInRange(100, 4000);
    }

    [Fact]
    public void Nasty_loops_still_close()
    {
        var random = new SeededRandom(5);
        for (int trial = 0; trial < 40; trial++)
        {
            // a cone over a wild rim that crosses itself
            TriangleMesh cone = TestShapes.OpenCone(1, 2, 5 + random.Next(40));
            TriangleMesh wild = cone.WithVertices([.. cone.Vertices.ToArray().Select(
                v => v + (new Vec3(random.Normal(), random.Normal(), random.Normal()) * 0.7))]);

            MeshTopology topology = MeshTopology.Of(HoleFilling.FillAll(wild, HoleFillingOptions.Default).Mesh);

            topology.IsClosed.ShouldBeTrue();
            topology.IsManifold.ShouldBeTrue();
        }
    }

    [Fact]
    public void Random_holes_that_touch_at_vertices_close_to_a_manifold()
    {
        for (ulong seed = 0; seed < 12; seed++)
        {
            var random = new SeededRandom(seed);
            TriangleMesh torn = Submesh.Of(Sphere, _ => random.NextDouble() > 0.3).Mesh;

            MeshTopology topology = MeshTopology.Of(HoleFilling.FillAll(torn, HoleFillingOptions.Default).Mesh);

            topology.NonManifoldEdges.ShouldBeEmpty();
            topology.IsClosed.ShouldBeTrue();
        }
    }

    [Fact]
    public void A_chord_that_is_an_edge_already_is_not_used_twice()
    {
        // two triangles over a square rim, folded up: the rim's one diagonal is taken
        var mesh = new TriangleMesh(
            [new(0, 0, 0), new(1, 0, 0), new(1, 1, 0), new(0, 1, 0)], [new(0, 1, 2), new(0, 2, 3)]);

        MeshTopology topology = MeshTopology.Of(HoleFilling.FillAll(mesh, HoleFillingOptions.Default).Mesh);

        topology.IsClosed.ShouldBeTrue();
        topology.IsManifold.ShouldBeTrue();
    }

    [Fact]
    public void Loops_over_the_limit_stay_open()
    {
        FilledMesh filled = HoleFilling.FillAll(
            TestShapes.OpenCone(1, 2, 30), HoleFillingOptions.Default with { EdgesMax = 20 });

        filled.OpenLoops.ShouldBe(1);
        filled.FilledLoops.ShouldBe(0);
    }

    private static TriangleMesh Sphere { get; } = TestShapes.Sphere(1, 3);
}
