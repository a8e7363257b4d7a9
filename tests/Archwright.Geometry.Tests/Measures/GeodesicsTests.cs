using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Measures;

public class GeodesicsTests
{
    [Fact]
    public void On_a_sheet_distances_are_straight()
    {
        TriangleMesh sheet = TestShapes.Sheet(10, 40);
        int corner = 0;

        double[] distance = Geodesics.Distances(MeshTopology.Of(sheet), [corner]);

        for (int v = 0; v < sheet.VertexCount; v++)
        {
            double straight = Vec3.Distance(sheet.Vertices[v], sheet.Vertices[corner]);
            distance[v].ShouldBe(straight, 0.05 + (0.03 * straight));
        }
    }

    [Fact]
    public void On_a_sphere_distances_are_arcs()
    {
        TriangleMesh sphere = TestShapes.Sphere(5, 5);

        double[] distance = Geodesics.Distances(MeshTopology.Of(sphere), [0]);

        for (int v = 0; v < sphere.VertexCount; v++)
        {
            double cos = Vec3.Dot(sphere.Vertices[0].Normalized(), sphere.Vertices[v].Normalized());
            distance[v].ShouldBe(5 * Math.Acos(Math.Clamp(cos, -1, 1)), 0.15);
        }
    }

    [Fact]
    public void Distances_stop_at_the_limit_and_do_not_cross_gaps()
    {
        TriangleMesh two = Submesh.Concatenate(
            [TestShapes.Sheet(), TestShapes.Sheet().Transformed(new(Rotation.Identity, new Vec3(0, 0, 0.1)))]);

        double[] distance = Geodesics.Distances(MeshTopology.Of(two), [0], 1);

        distance.Take(two.VertexCount / 2).Count(double.IsFinite).ShouldBeGreaterThan(5);
        distance.Skip(two.VertexCount / 2).ShouldAllBe(d => double.IsInfinity(d));
        distance.Where(double.IsFinite).Max().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void A_path_follows_the_cheapest_edges()
    {
        TriangleMesh sheet = TestShapes.Sheet(8, 8);
        MeshTopology topology = MeshTopology.Of(sheet);

        Geodesics.Path(topology, 0, 8).ShouldBe(Enumerable.Range(0, 9));

        // the first row made dear, the way leads over the second
        var detour = Geodesics.Path(topology, 0, 8, (a, b) =>
            Vec3.Distance(sheet.Vertices[a], sheet.Vertices[b]) * (a < 8 && b < 8 ? 10 : 1));
        detour.ShouldContain(10);
        detour[0].ShouldBe(0);
        detour[^1].ShouldBe(8);
    }
}
