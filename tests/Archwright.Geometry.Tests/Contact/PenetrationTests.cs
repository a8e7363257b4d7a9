using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Contact;

public class PenetrationTests
{
    private static CollisionBody Ball { get; } = CollisionBody.Build(TestShapes.Sphere(4, 5), new RunContext());

    private static CollisionBody Bumpy { get; } = CollisionBody.Build(TestShapes.BumpySphere(4, 0.6, 4, 3), new RunContext());

    [Theory]
    [InlineData(7.5)]
    [InlineData(7.9)]
    [InlineData(8.0)]
    [InlineData(8.05)]
    [InlineData(9)]
    public void Two_balls_meet_at_the_sum_of_their_radii(double apart)
    {
        var direction = new Vec3(1, 2, -0.5).Normalized();
        var pose = new RigidTransform(Rotation.About(Vec3.UnitZ, 0.4), direction * apart);

        Approach approach = Penetration.Between(Ball, RigidTransform.Identity, Ball, pose);

        approach.ClearanceMm.ShouldBe(apart - 8, 0.02);
        Vec3.Dot(approach.Direction, direction).ShouldBeGreaterThan(0.99);
        (approach.DepthMm * approach.GapMm).ShouldBe(0);
    }

    [Fact]
    public void Depth_and_gap_are_those_of_dense_exact_search()
    {
        var random = new SeededRandom(8);
        for (int i = 0; i < 5; i++)
        {
            Vec3 direction = new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();
            var pose = new RigidTransform(
                Rotation.FromVector(new Vec3(random.Normal(), random.Normal(), random.Normal())), direction * random.Uniform(7.3, 9.0));
            double expected = Math.Min(
                Least(Bumpy.Mesh, pose, Ball.Distance, RigidTransform.Identity),
                Least(Ball.Mesh, RigidTransform.Identity, Bumpy.Distance, pose));

            Approach approach = Penetration.Between(Ball, RigidTransform.Identity, Bumpy, pose);

            approach.ClearanceMm.ShouldBe(expected, 0.02);
        }
    }

    [Fact]
    public void Swapping_the_bodies_turns_the_direction()
    {
        var pose = new RigidTransform(Rotation.About(Vec3.UnitX, 1), new Vec3(7.4, 1, 0));

        Approach ab = Penetration.Between(Ball, RigidTransform.Identity, Bumpy, pose);
        Approach ba = Penetration.Between(Bumpy, pose, Ball, RigidTransform.Identity);

        ba.ClearanceMm.ShouldBe(ab.ClearanceMm, 0.005);
        Vec3.Dot(ab.Direction, ba.Direction).ShouldBeLessThan(-0.98);
    }

    [Fact]
    public void Moving_along_the_direction_separates()
    {
        var pose = new RigidTransform(Rotation.About(Vec3.UnitX, 1), new Vec3(7, 1, 0.5));
        Approach before = Penetration.Between(Ball, RigidTransform.Identity, Bumpy, pose);

        var moved = pose with { Translation = pose.Translation + (before.Direction * (before.DepthMm + 0.03)) };

        before.DepthMm.ShouldBeGreaterThan(0.2);
        Penetration.Between(Ball, RigidTransform.Identity, Bumpy, moved).DepthMm.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Bodies_far_apart_report_at_least_the_cut_off()
    {
        var pose = new RigidTransform(Rotation.Identity, new Vec3(0, 30, 0));

        Approach approach = Penetration.Between(Ball, RigidTransform.Identity, Ball, pose);

        approach.DepthMm.ShouldBe(0);
        approach.GapMm.ShouldBe(22, 0.01);
        approach.Direction.ShouldBe(Vec3.UnitY);
    }

    [Fact]
    public void A_common_motion_changes_nothing()
    {
        var pose = new RigidTransform(Rotation.About(Vec3.UnitX, 1), new Vec3(7.4, 1, 0));
        var common = new RigidTransform(Rotation.FromVector(new Vec3(0.3, -2, 1)), new Vec3(50, -20, 10));

        Approach here = Penetration.Between(Ball, RigidTransform.Identity, Bumpy, pose);
        Approach there = Penetration.Between(Ball, common, Bumpy, common * pose);

        there.ClearanceMm.ShouldBe(here.ClearanceMm, 1e-6);
        Vec3.Distance(there.Point, common.Apply(here.Point)).ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Coarse_faces_are_as_deep_as_the_search_of_all_of_them_finds()
    {
        CollisionBody coarse = CollisionBody.Build(TestShapes.BumpySphere(4, 0.6, 4, 1), new RunContext());
        CollisionBody ball = CollisionBody.Build(TestShapes.Sphere(4, 1), new RunContext());
        var random = new SeededRandom(21);
        double most = 0;
        for (int i = 0; i < 40; i++)
        {
            Vec3 direction = new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();
            var pose = new RigidTransform(
                Rotation.FromVector(new Vec3(random.Normal(), random.Normal(), random.Normal())), direction * random.Uniform(7.0, 7.8));
            double expected = SurfaceDepth.Of(
                ball.Mesh, coarse.Distance, pose.Inverse, SurfaceDepth.Of(coarse.Mesh, ball.Distance, pose));

            double Depth(double fromMm, double toMm) =>
                Penetration.Between(ball, RigidTransform.Identity, coarse, pose, new DepthRange(fromMm, toMm)).DepthMm;
            Penetration.Between(ball, RigidTransform.Identity, coarse, pose).DepthMm.ShouldBe(expected, 0.02);
            Depth(expected - 0.05, expected + 0.05).ShouldBe(expected, 0.02);
            double rough = Penetration.Between(ball, RigidTransform.Identity, coarse, pose, DepthRange.Roughly(0)).DepthMm;
            rough.ShouldBeInRange(expected - 0.1, expected + SurfaceDepth.ErrorMm);
            Depth(expected + 0.05, double.PositiveInfinity).ShouldBeInRange(0, expected + SurfaceDepth.ErrorMm);
            Depth(expected - 0.005, double.PositiveInfinity).ShouldBe(expected, 0.02);
            most = Math.Max(most, expected - rough);
        }

        most.ShouldBeGreaterThan(0.02);
    }

    [Fact]
    public void Who_asks_for_depths_alone_is_told_of_a_gap_only_that_it_is_no_less()
    {
        var apart = new RigidTransform(Rotation.Identity, new Vec3(0, 0, 9));

        double gap = Penetration.Between(Ball, RigidTransform.Identity, Bumpy, apart).GapMm;
        Approach asked = Penetration.Between(Ball, RigidTransform.Identity, Bumpy, apart, new DepthRange(0.1, 1));
        gap.ShouldBeGreaterThan(0.3);
        asked.DepthMm.ShouldBe(0);
        asked.GapMm.ShouldBeInRange(0, gap + 1e-9);
    }

    [Fact]
    public void An_edge_that_cuts_an_edge_is_found_between_vertices_and_samples()
    {
        CollisionBody lower = CollisionBody.Build(CrossedEdges.Lower(), new RunContext());
        CollisionBody upper = CollisionBody.Build(CrossedEdges.Upper(0.06), new RunContext());

        Approach approach = Penetration.Between(lower, RigidTransform.Identity, upper, RigidTransform.Identity);

        approach.DepthMm.ShouldBe(0.06, SurfaceDepth.ErrorMm);
    }

    /// <summary>Corners sharper than the grid resolves: one may be deep within less than the smallest part of a face.</summary>
    [Fact]
    public void Sharp_corners_are_as_deep_as_the_strict_search_finds()
    {
        var random = new SeededRandom(5);
        int cutting = 0;
        for (int i = 0; i < 40; i++)
        {
            CollisionBody a = CollisionBody.Build(TestShapes.CrumpledSphere(random), new RunContext());
            CollisionBody b = CollisionBody.Build(TestShapes.CrumpledSphere(random), new RunContext());
            for (int k = 0; k < 20; k++)
            {
                Vec3 direction = new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();
                var pose = new RigidTransform(
                    Rotation.FromVector(new Vec3(random.Normal(), random.Normal(), random.Normal())), direction * random.Uniform(3.2, 5.2));
                double expected = SurfaceDepth.Of(a.Mesh, b.Distance, pose.Inverse, SurfaceDepth.Of(b.Mesh, a.Distance, pose));
                if (expected is 0 or > 0.3)
                    continue;
                cutting++;
                Penetration.Between(a, RigidTransform.Identity, b, pose).DepthMm.ShouldBe(expected, 0.02, $"{i}, {k}");
            }
        }

        cutting.ShouldBeGreaterThan(50);
    }

    private static double Least(TriangleMesh from, RigidTransform fromPose, SignedDistance to, RigidTransform toPose)
    {
        RigidTransform toFromFrom = toPose.Inverse * fromPose;
        double least = double.PositiveInfinity;
        for (int f = 0; f < from.TriangleCount; f++)
        {
            for (int i = 0; i <= 2; i++)
            {
                for (int j = 0; j <= 2 - i; j++)
                {
                    Vec3 a = from.Corner(f, 0);
                    Vec3 p = a + ((from.Corner(f, 1) - a) * (i / 2.0)) + ((from.Corner(f, 2) - a) * (j / 2.0));
                    Vec3 q = toFromFrom.Apply(p);
                    if (to.Bvh.Mesh.Bounds.Inflated(1).Contains(q))
                        least = Math.Min(least, to.At(q));
                }
            }
        }

        return least;
    }
}
