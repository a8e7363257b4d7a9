using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Measures;

public class MeshMeasuresTests
{
    private static RigidTransform Away { get; } = new(Rotation.FromVector(new Vec3(1, 2, 3)), new Vec3(100, -50, 20));

    [Fact]
    public void A_cube_measures_as_a_cube_wherever_it_stands()
    {
        TriangleMesh cube = TestShapes.Cube(3).Transformed(Away);

        MeshMeasures.Area(cube).ShouldBe(54, 1e-9);
        MeshMeasures.Volume(cube).ShouldBe(27, 1e-9);
        Vec3.Distance(MeshMeasures.Centroid(cube), Away.Translation).ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void An_inward_mesh_has_negative_volume_and_the_same_centroid()
    {
        TriangleMesh cube = TestShapes.Cube();
        TriangleMesh inward = cube.Flipped();

        MeshMeasures.Volume(inward).ShouldBe(-8, 1e-9);
        MeshMeasures.Centroid(inward).Length.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void An_empty_mesh_measures_nothing()
    {
        MeshMeasures.Area(TriangleMesh.Empty).ShouldBe(0);
        MeshMeasures.Volume(TriangleMesh.Empty).ShouldBe(0);
        MeshMeasures.Centroid(TriangleMesh.Empty).ShouldBe(Vec3.Zero);
    }

    [Fact]
    public void Normals_do_not_depend_on_how_faces_are_cut()
    {
        TriangleMesh cube = TestShapes.Cube();

        Vec3[] normals = VertexNormals.Of(cube);

        for (int v = 0; v < 8; v++)
            Vec3.Distance(normals[v], cube.Vertices[v].Normalized()).ShouldBeLessThan(1e-9);
    }
}
