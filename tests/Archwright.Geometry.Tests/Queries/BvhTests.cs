using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Queries;

public class BvhTests
{
    public static TheoryData<TriangleMesh> Meshes =>
    [
        TestShapes.Cube(),
        TestShapes.BumpySphere(),
        TestShapes.OpenCone(1, 5, 40),
        TestShapes.Torus(30, 1, 200, 10),
        TestShapes.Sheet(20, 30).Transformed(new RigidTransform(Rotation.Identity, new Vec3(300, -200, 50))),
        new TriangleMesh([Vec3.Zero, Vec3.UnitX, Vec3.UnitX * 2, Vec3.UnitY], [new(0, 1, 2), new(0, 0, 3), new(1, 1, 1)]),
    ];

    [Theory]
    [MemberData(nameof(Meshes))]
    public void Closest_is_that_of_search_over_all_faces(TriangleMesh mesh)
    {
        var bvh = Bvh.Build(mesh);
        foreach (Vec3 p in PointsAround(mesh, 300))
        {
            (int face, double distance) = Exhaustive(mesh, p);

            ClosestHit hit = bvh.Closest(p);

            hit.DistanceMm.ShouldBe(distance);
            hit.Face.ShouldBe(face);
            Vec3.Distance(hit.Point, p).ShouldBe(distance, 1e-12 * (1 + distance));
        }
    }

    [Fact]
    public void Nothing_is_found_beyond_the_limit_and_the_same_within_it()
    {
        TriangleMesh mesh = TestShapes.BumpySphere();
        var bvh = Bvh.Build(mesh);
        foreach (Vec3 p in PointsAround(mesh, 200))
        {
            ClosestHit hit = bvh.Closest(p);

            bvh.Closest(p, hit.DistanceMm * 0.999).IsHit.ShouldBeFalse();
            bvh.Closest(p, (hit.DistanceMm * 1.001) + 1e-9).ShouldBe(hit);
        }
    }

    [Fact]
    public void Batches_are_the_same_on_any_number_of_threads()
    {
        TriangleMesh mesh = TestShapes.BumpySphere();
        var bvh = Bvh.Build(mesh);
        Vec3[] points = [.. PointsAround(mesh, 2000)];

        bvh.Closest(points, new RunContext(1)).ShouldBe(bvh.Closest(points, new RunContext(3)));
    }

    [Fact]
    public void A_ray_meets_what_search_over_all_faces_meets()
    {
        TriangleMesh mesh = TestShapes.Torus();
        var bvh = Bvh.Build(mesh);
        var random = new SeededRandom(9);
        int met = 0;
        foreach (Vec3 p in PointsAround(mesh, 500))
        {
            Vec3 direction = new(random.Normal(), random.Normal(), random.Normal());
            double expected = Enumerable.Range(0, mesh.TriangleCount).Min(f => Meet(mesh, f, p, direction.Normalized()));

            RayHit? hit = bvh.Raycast(p, direction);

            hit.HasValue.ShouldBe(double.IsFinite(expected));
            if (hit is { } h)
            {
                h.DistanceMm.ShouldBe(expected, 1e-9);
                met++;
                Vec3.Distance(bvh.Closest(h.Point).Point, h.Point).ShouldBeLessThan(1e-9);
            }
        }

        met.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_ray_along_an_axis_meets_a_cube()
    {
        var bvh = Bvh.Build(TestShapes.Cube());

        bvh.Raycast(new Vec3(-5, 0.3, 0.2), Vec3.UnitX)!.Value.DistanceMm.ShouldBe(4, 1e-12);
        bvh.Raycast(new Vec3(-5, 0.3, 0.2), Vec3.UnitX, 3.9).ShouldBeNull();
        bvh.Raycast(new Vec3(-5, 0.3, 0.2), -Vec3.UnitX).ShouldBeNull();
    }

    [Fact]
    public void An_empty_mesh_has_nothing_to_find()
    {
        var bvh = Bvh.Build(TriangleMesh.Empty);

        bvh.Closest(Vec3.Zero).IsHit.ShouldBeFalse();
        bvh.Raycast(Vec3.Zero, Vec3.UnitX).ShouldBeNull();
    }

    private static IEnumerable<Vec3> PointsAround(TriangleMesh mesh, int count)
    {
        var random = new SeededRandom(7);
        Aabb box = mesh.Bounds.Inflated(0.3 * mesh.Bounds.Size.Length);
        for (int i = 0; i < count; i++)
        {
            yield return new Vec3(
                random.Uniform(box.Min.X, box.Max.X), random.Uniform(box.Min.Y, box.Max.Y), random.Uniform(box.Min.Z, box.Max.Z));
        }

        for (int i = 0; i < count / 4; i++)
            yield return mesh.Vertices[random.Next(mesh.VertexCount)];
    }

    private static (int Face, double Distance) Exhaustive(TriangleMesh mesh, Vec3 p)
    {
        int best = -1;
        double least = double.PositiveInfinity;
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Vec3 q = ClosestPoint.OnTriangle(p, mesh.Corner(f, 0), mesh.Corner(f, 1), mesh.Corner(f, 2));
            if ((q - p).LengthSquared < least)
                (best, least) = (f, (q - p).LengthSquared);
        }

        return (best, Math.Sqrt(least));
    }

    private static double Meet(TriangleMesh mesh, int face, Vec3 origin, Vec3 unit)
    {
        Vec3 n = mesh.AreaVector(face);
        double t = Vec3.Dot(mesh.Corner(face, 0) - origin, n) / Vec3.Dot(unit, n);
        Vec3 p = origin + (unit * t);
        for (int c = 0; c < 3; c++)
        {
            Vec3 edge = mesh.Corner(face, (c + 1) % 3) - mesh.Corner(face, c);
            if (Vec3.Dot(Vec3.Cross(edge, p - mesh.Corner(face, c)), n) < 0)
                return double.PositiveInfinity;
        }

        return t >= 0 ? t : double.PositiveInfinity;
    }
}
