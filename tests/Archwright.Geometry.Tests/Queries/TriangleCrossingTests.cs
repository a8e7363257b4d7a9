using Archwright.Primitives;

namespace Archwright.Geometry.Tests.Queries;

public class TriangleCrossingTests
{
    [Fact]
    public void Two_triangles_cross_where_an_edge_of_one_goes_through_the_other()
    {
        var random = new SeededRandom(3);
        int crossing = 0;
        for (int i = 0; i < 400; i++)
        {
            Vec3[] v = [.. Enumerable.Range(0, 6).Select(_ => new Vec3(random.Uniform(0, 1), random.Uniform(0, 1), random.Uniform(0, 1)))];
            bool expected = Pierces(v[..3], v[3..]) || Pierces(v[3..], v[..3]);
            crossing += expected ? 1 : 0;

            Cross(v).ShouldBe(expected);
            Bvh.Build(new TriangleMesh(v[3..], [new Triangle(0, 1, 2)])).Crosses(v[0], v[1], v[2]).ShouldBe(expected);
        }

        crossing.ShouldBeInRange(20, 380);
    }

    [Fact]
    public void Triangles_in_one_plane_and_triangles_that_touch_count_as_crossing()
    {
        Vec3[] flat = [Vec3.Zero, Vec3.UnitX, Vec3.UnitY];
        Cross([.. flat, .. flat]).ShouldBeTrue();
        Cross([.. flat, Vec3.Zero, new Vec3(0, 0, 1), new Vec3(-1, 0, 1)]).ShouldBeTrue();
        Cross([.. flat, new Vec3(0, 0, 1e-6), new Vec3(1, 0, 1e-6), new Vec3(0, 1, 1e-6)]).ShouldBeFalse();
    }

    private static bool Cross(Vec3[] v) => TriangleCrossing.MayCross(v[0], v[1], v[2], Vec3.Cross(v[1] - v[0], v[2] - v[0]), v[3], v[4], v[5]);

    private static bool Pierces(Vec3[] edges, Vec3[] face)
    {
        Bvh surface = Bvh.Build(new TriangleMesh(face, [new Triangle(0, 1, 2)]));
        return Enumerable.Range(0, 3).Any(i =>
        {
            Vec3 along = edges[(i + 1) % 3] - edges[i];
            return surface.Raycast(edges[i], along, along.Length) is not null;
        });
    }
}
