using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Contact;

public class SurfaceDepthTests
{
    [Theory]
    [InlineData(0.06)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Edges_that_cross_cut_each_other_between_their_vertices(double depthMm)
    {
        var lower = SignedDistance.Build(CrossedEdges.Lower());
        var upper = SignedDistance.Build(CrossedEdges.Upper(depthMm));
        upper.Bvh.Mesh.Vertices.ToArray().ShouldAllBe(v => !lower.IsInside(v));

        double depth = SurfaceDepth.Of(upper.Bvh.Mesh, lower, RigidTransform.Identity);

        depth.ShouldBeInRange(depthMm - SurfaceDepth.ErrorMm, depthMm + 1e-9);
        SurfaceDepth.Of(lower.Bvh.Mesh, upper, RigidTransform.Identity).ShouldBe(depth, SurfaceDepth.ErrorMm);
    }

    [Fact]
    public void Moving_both_bodies_changes_nothing()
    {
        var motion = RigidTransform.AboutPoint(Rotation.About(Vec3.UnitZ, 0.7), new Vec3(3, -2, 1), new Vec3(5, 6, 7));
        var lower = SignedDistance.Build(CrossedEdges.Lower().Transformed(motion));

        SurfaceDepth.Of(CrossedEdges.Upper(0.3), lower, motion).ShouldBe(0.3, SurfaceDepth.ErrorMm);
    }

    [Fact]
    public void Bodies_apart_have_no_depth_and_what_is_known_already_stays()
    {
        var lower = SignedDistance.Build(CrossedEdges.Lower());
        SurfaceDepth.Of(CrossedEdges.Upper(-0.001), lower, RigidTransform.Identity).ShouldBe(0);
        SurfaceDepth.Of(CrossedEdges.Upper(0.2), lower, RigidTransform.Identity, 0.5).ShouldBe(0.5);
    }

    [Fact]
    public void A_body_inside_another_is_as_deep_as_its_deepest_point() =>
        SurfaceDepth.Of(TestShapes.Cube(1), SignedDistance.Build(TestShapes.Cube(4)), RigidTransform.AboutPoint(Rotation.Identity, Vec3.Zero, new Vec3(0, 0, 0.5)))
            .ShouldBe(2, SurfaceDepth.ErrorMm);
}
