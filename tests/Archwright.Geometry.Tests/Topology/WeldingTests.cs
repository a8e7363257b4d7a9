using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Topology;

public class WeldingTests
{
    [Fact]
    public void A_soup_becomes_the_mesh_it_came_from()
    {
        TriangleMesh sphere = TestShapes.Sphere();

        WeldedMesh welded = Welding.Weld(Soup(sphere, 0));

        welded.Mesh.VertexCount.ShouldBe(sphere.VertexCount);
        welded.MergedVertices.ShouldBe((sphere.TriangleCount * 3) - sphere.VertexCount);
        MeshTopology.Of(welded.Mesh).IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void A_tolerance_joins_what_noise_has_parted()
    {
        TriangleMesh soup = Soup(TestShapes.Sphere(), 1e-4);

        Welding.Weld(soup).Mesh.VertexCount.ShouldBe(soup.VertexCount);
        MeshTopology.Of(Welding.Weld(soup, 1e-3).Mesh).IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void Collapsed_faces_duplicates_and_unused_vertices_are_dropped_and_counted()
    {
        var mesh = new TriangleMesh(
            [Vec3.Zero, Vec3.UnitX, Vec3.UnitY, Vec3.UnitX, new(9, 9, 9)],
            [new(0, 1, 2), new(2, 0, 3), new(0, 2, 1), new(0, 1, 3)]);

        WeldedMesh welded = Welding.Weld(mesh);

        welded.Mesh.TriangleCount.ShouldBe(2);
        welded.DuplicateFaces.ShouldBe(1);
        welded.CollapsedFaces.ShouldBe(1);
        welded.UnusedVertices.ShouldBe(1);
        welded.VertexOf.ShouldBe([0, 1, 2, 1, -1]);
    }

    [Fact]
    public void Vertices_that_are_not_numbers_are_never_joined()
    {
        Vec3 bad = new(double.NaN, 0, 0);
        var mesh = new TriangleMesh([bad, bad, Vec3.Zero], [new(0, 1, 2)]);

        Welding.Weld(mesh, 0.1).MergedVertices.ShouldBe(0);
    }

    private static TriangleMesh Soup(TriangleMesh mesh, double noise)
    {
        var random = new SeededRandom(1);
        var vertices = new Vec3[mesh.TriangleCount * 3];
        var triangles = new Triangle[mesh.TriangleCount];
        for (int f = 0; f < triangles.Length; f++)
        {
            for (int c = 0; c < 3; c++)
                vertices[(3 * f) + c] = mesh.Corner(f, c) + (new Vec3(random.NextDouble(), random.NextDouble(), random.NextDouble()) * noise);
            triangles[f] = new Triangle(3 * f, (3 * f) + 1, (3 * f) + 2);
        }

        return new TriangleMesh(vertices, triangles);
    }
}
