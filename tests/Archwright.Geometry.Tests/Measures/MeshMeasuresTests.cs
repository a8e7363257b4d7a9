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
        SymmetricEigen inertia = MeshMeasures.Inertia(cube).Eigen();
        inertia.Least.ShouldBe(27 * 9 / 6.0, 1e-6);
        inertia.Greatest.ShouldBe(27 * 9 / 6.0, 1e-6);
    }

    [Fact]
    public void An_inward_mesh_has_negative_volume_and_the_same_centroid()
    {
        TriangleMesh cube = TestShapes.Cube();
        var inward = new TriangleMesh(cube.Vertices.ToArray(), [.. cube.Triangles.ToArray().Select(t => t.Flipped)]);

        MeshMeasures.Volume(inward).ShouldBe(-8, 1e-9);
        MeshMeasures.Centroid(inward).Length.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void Inertia_of_a_long_body_tells_its_axis()
    {
        TriangleMesh sphere = TestShapes.Sphere(1, 3);
        TriangleMesh cigar = sphere.WithVertices([.. sphere.Vertices.ToArray().Select(v => v with { Z = 4 * v.Z })]).Transformed(Away);

        SymmetricEigen inertia = MeshMeasures.Inertia(cigar).Eigen();

        Math.Abs(Vec3.Dot(inertia.LeastAxis, Away.ApplyDirection(Vec3.UnitZ))).ShouldBe(1, 1e-6);
        Vec3.Dot(Vec3.Cross(inertia.LeastAxis, inertia.MiddleAxis), inertia.GreatestAxis).ShouldBe(1, 1e-9);
        inertia.Greatest.ShouldBe(MeshMeasures.Volume(cigar) * (1 + 16) / 5, 0.05 * inertia.Greatest);
    }

    [Fact]
    public void An_empty_mesh_measures_nothing()
    {
        MeshMeasures.Area(TriangleMesh.Empty).ShouldBe(0);
        MeshMeasures.Volume(TriangleMesh.Empty).ShouldBe(0);
        MeshMeasures.Centroid(TriangleMesh.Empty).ShouldBe(Vec3.Zero);
        MeshMeasures.MeanEdgeLength(TriangleMesh.Empty).ShouldBe(0);
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
