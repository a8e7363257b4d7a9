using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Remeshing;

public class DecimationTests
{
    [Fact]
    public void A_fine_surface_keeps_shape_volume_and_topology()
    {
        foreach (TriangleMesh fine in new[] { TestShapes.BumpySphere(5, 0.5, 4), TestShapes.Torus() })
        {
            TriangleMesh coarse = Decimation.Simplify(fine, fine.TriangleCount / 4);

            coarse.TriangleCount.ShouldBeLessThanOrEqualTo(fine.TriangleCount / 4);
            MeshTopology topology = MeshTopology.Of(coarse);
            topology.IsClosed.ShouldBeTrue();
            topology.IsManifold.ShouldBeTrue();
            (coarse.VertexCount - (coarse.TriangleCount / 2)).ShouldBe(fine.VertexCount - (fine.TriangleCount / 2));
            MeshMeasures.Volume(coarse).ShouldBe(MeshMeasures.Volume(fine), 1e-6 * MeshMeasures.Volume(fine));
            var bvh = Bvh.Build(fine);
            coarse.Vertices.ToArray().Max(v => bvh.Closest(v).DistanceMm).ShouldBeLessThan(0.15);
        }
    }

    [Fact]
    public void A_flat_sheet_needs_few_faces_and_keeps_its_outline()
    {
        TriangleMesh coarse = Decimation.Simplify(TestShapes.Sheet(2, 10), 8);

        MeshMeasures.Area(coarse).ShouldBe(4, 0.01);
        MeshTopology.Of(coarse).IsManifold.ShouldBeTrue();
        coarse.TriangleCount.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public void Without_collapses_left_it_ends()
    {
        TriangleMesh least = Decimation.Simplify(TestShapes.Sphere(1, 2), 0);

        MeshTopology.Of(least).IsClosed.ShouldBeTrue();
        least.TriangleCount.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void The_error_limit_stops_early()
    {
        TriangleMesh sphere = TestShapes.Sphere(5, 4);

        TriangleMesh coarse = Decimation.Simplify(sphere, 10, 0.01);

        coarse.TriangleCount.ShouldBeInRange(100, 3000);
    }

    [Fact]
    public void Open_and_non_manifold_meshes_are_taken_too()
    {
        TriangleMesh cone = Subdivision.Midpoint(TestShapes.OpenCone(2, 3, 24), 3);
        TriangleMesh fin = Subdivision.Midpoint(
            new TriangleMesh([Vec3.Zero, Vec3.UnitX, Vec3.UnitY, Vec3.UnitZ, -Vec3.UnitY], [new(0, 1, 2), new(1, 0, 3), new(0, 1, 4)]), 3);

        MeshTopology.Of(Decimation.Simplify(cone, 100)).BoundaryEdges.Length.ShouldBeGreaterThan(8);
        Decimation.Simplify(fin, 60).TriangleCount.ShouldBeLessThanOrEqualTo(60);
    }
}
