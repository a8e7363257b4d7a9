using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Topology;

public class MeshTopologyTests
{
    [Fact]
    public void A_cube_is_closed_and_manifold_with_eighteen_edges()
    {
        MeshTopology topology = MeshTopology.Of(TestShapes.Cube());

        topology.IsClosed.ShouldBeTrue();
        topology.IsManifold.ShouldBeTrue();
        Enumerable.Range(0, 8).Sum(v => topology.NeighboursOf(v).Length).ShouldBe(2 * 18);
        for (int h = 0; h < 36; h++)
            topology.Opposite(topology.Opposite(h)).ShouldBe(h);
    }

    [Fact]
    public void Neighbours_ascend_and_faces_ascend()
    {
        MeshTopology topology = MeshTopology.Of(TestShapes.Shuffled(TestShapes.Sphere(), 3));

        for (int v = 0; v < topology.Mesh.VertexCount; v++)
        {
            topology.NeighboursOf(v).ToArray().ShouldBe(topology.NeighboursOf(v).ToArray().Order());
            topology.FacesOf(v).ToArray().ShouldBe(topology.FacesOf(v).ToArray().Order());
        }
    }

    [Fact]
    public void An_open_box_has_four_boundary_edges()
    {
        MeshTopology topology = MeshTopology.Of(TestShapes.OpenBox());

        topology.IsClosed.ShouldBeFalse();
        topology.IsManifold.ShouldBeTrue();
        topology.BoundaryEdges.Length.ShouldBe(4);
    }

    [Fact]
    public void Three_faces_at_an_edge_are_not_manifold()
    {
        var mesh = new TriangleMesh(
            [Vec3.Zero, Vec3.UnitX, Vec3.UnitY, Vec3.UnitZ, -Vec3.UnitY], [new(0, 1, 2), new(1, 0, 3), new(0, 1, 4)]);

        MeshTopology topology = MeshTopology.Of(mesh);

        topology.NonManifoldEdges.ShouldBe([new Edge(0, 1)]);
        topology.NonManifoldVertexCount.ShouldBe(2);
    }

    [Fact]
    public void Two_faces_that_run_the_same_way_are_not_manifold()
    {
        var mesh = new TriangleMesh([Vec3.Zero, Vec3.UnitX, Vec3.UnitY, Vec3.UnitZ], [new(0, 1, 2), new(0, 1, 3)]);

        MeshTopology.Of(mesh).NonManifoldEdges.ShouldBe([new Edge(0, 1)]);
    }

    [Fact]
    public void Two_fans_at_a_vertex_are_not_manifold()
    {
        var mesh = new TriangleMesh(
            [Vec3.Zero, Vec3.UnitX, Vec3.UnitY, -Vec3.UnitX, -Vec3.UnitY], [new(0, 1, 2), new(0, 3, 4)]);

        MeshTopology.Of(mesh).NonManifoldVertexCount.ShouldBe(1);
    }

    [Fact]
    public void A_face_that_uses_a_vertex_twice_is_never_closed()
    {
        var mesh = new TriangleMesh([Vec3.Zero, Vec3.UnitX], [new(0, 0, 1), new(0, 1, 0)]);

        MeshTopology.Of(mesh).IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void An_empty_mesh_is_manifold_but_not_closed()
    {
        MeshTopology topology = MeshTopology.Of(TriangleMesh.Empty);

        topology.IsClosed.ShouldBeFalse();
        topology.IsManifold.ShouldBeTrue();
    }
}
