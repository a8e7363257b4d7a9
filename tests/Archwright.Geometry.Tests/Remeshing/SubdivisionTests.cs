using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Remeshing;

public class SubdivisionTests
{
    [Fact]
    public void Each_time_makes_four_faces_of_one_and_keeps_the_mesh_closed()
    {
        TriangleMesh fine = Subdivision.Loop(TestShapes.Cube(), 2);

        fine.TriangleCount.ShouldBe(12 * 16);
        MeshTopology.Of(fine).IsClosed.ShouldBeTrue();
        MeshTopology.Of(fine).IsManifold.ShouldBeTrue();
    }

    [Fact]
    public void A_flat_sheet_stays_flat_and_its_outline_straight()
    {
        TriangleMesh fine = Subdivision.Loop(TestShapes.Sheet(2, 4), 2);

        fine.Vertices.ToArray().ShouldAllBe(v => v.Z == 0 && Math.Abs(v.X) <= 1 && Math.Abs(v.Y) <= 1);

        // only the corners are rounded
        MeshMeasures.Area(fine).ShouldBe(4, 0.1);
    }

    [Fact]
    public void Smoothing_gathers_a_coarse_sphere_to_an_even_distance()
    {
        TriangleMesh coarse = TestShapes.Sphere(1, 1);

        TriangleMesh fine = Subdivision.Loop(coarse, 3);

        (fine.Vertices.ToArray().Max(v => v.Length) / fine.Vertices.ToArray().Min(v => v.Length)).ShouldBeLessThan(1.02);
    }

    [Fact]
    public void Midpoints_change_neither_area_nor_volume()
    {
        TriangleMesh fine = Subdivision.Midpoint(TestShapes.Cube(), 2);

        MeshMeasures.Area(fine).ShouldBe(24, 1e-9);
        MeshMeasures.Volume(fine).ShouldBe(8, 1e-9);
    }
}
