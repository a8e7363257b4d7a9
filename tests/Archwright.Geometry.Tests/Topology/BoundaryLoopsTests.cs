using System.Collections.Immutable;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Topology;

public class BoundaryLoopsTests
{
    [Fact]
    public void A_cone_has_one_loop_of_known_length()
    {
        ImmutableArray<BoundaryLoop> loops = BoundaryLoops.Of(TestShapes.OpenCone(1, 2, 64));

        loops.Length.ShouldBe(1);
        loops[0].Vertices.Length.ShouldBe(64);
        loops[0].LengthMm.ShouldBe(2 * Math.PI, 0.01);
    }

    [Fact]
    public void A_closed_mesh_has_none()
    {
        BoundaryLoops.Of(TestShapes.Torus()).ShouldBeEmpty();
    }

    [Fact]
    public void Two_holes_that_touch_at_a_vertex_are_two_simple_loops()
    {
        TriangleMesh sheet = TestShapes.Sheet(4, 4);

        // take two cells out that share one corner, away from the rim
        TriangleMesh torn = Submesh.Of(sheet, f => f / 2 is not (5 or 10)).Mesh;

        ImmutableArray<BoundaryLoop> loops = BoundaryLoops.Of(torn);

        loops.Select(l => l.Vertices.Length).Order().ShouldBe([4, 4, 16]);
        loops.ShouldAllBe(l => l.Vertices.Distinct().Count() == l.Vertices.Length);
    }

    [Fact]
    public void Components_are_numbered_by_size()
    {
        TriangleMesh both = Submesh.Concatenate([TestShapes.Cube(), TestShapes.Sphere()]);

        MeshComponents components = MeshComponents.Of(TestShapes.Shuffled(both, 4));

        components.FaceCounts.ShouldBe([1280, 12]);
        MeshComponents.Of(both).Extract(both, 1).Mesh.TriangleCount.ShouldBe(12);
        MeshTopology.Of(MeshComponents.Of(both).Extract(both, 1).Mesh).IsClosed.ShouldBeTrue();
    }
}
