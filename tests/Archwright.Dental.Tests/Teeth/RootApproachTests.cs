using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental.Tests.Teeth;

/// <summary>OCC-06: how near the roots of neighbours stand, of roots that can be counted on one's fingers.</summary>
public class RootApproachTests
{
    // upright, three sections 5 mm apart, 1.5 mm to each side of its axis and 2.5 mm deep
    private static readonly ImmutableArray<RootBranch> Upright =
    [
        new RootBranch(
            "root",
            [.. Enumerable.Range(0, 3).Select(k => new RootSection(new Vec3(0, 0, 5 * k), 1.5, 2.5))],
            Vec3.UnitX,
            Vec3.UnitY),
    ];

    [Fact]
    public void Upright_roots_are_as_far_apart_as_their_axes_less_both_half_widths()
    {
        RootApproach near = RootApproach.Between(Upright, RigidTransform.Identity, Upright, Aside(4.5))!.Value;

        near.GapMm.ShouldBe(1.5, 1e-9);
        near.Direction.ShouldBe(Vec3.UnitX);
        near.Point.X.ShouldBe(2.25, 1e-9);
        RootApproach.Between(Upright, RigidTransform.Identity, Upright, Aside(2))!.Value.GapMm.ShouldBe(-1, 1e-9);
        RootApproach.Between(Upright, RigidTransform.Identity, [], Aside(2)).ShouldBeNull();
    }

    [Fact]
    public void A_root_that_leans_over_is_nearest_at_its_tip()
    {
        RigidTransform leaning = Aside(6) * new RigidTransform(Rotation.FromVector(new Vec3(0, -double.DegreesToRadians(15), 0)), Vec3.Zero);

        RootApproach near = RootApproach.Between(Upright, RigidTransform.Identity, Upright, leaning)!.Value;

        near.Point.Z.ShouldBe(9.8, 0.1);
        near.GapMm.ShouldBe(6 - (10 * Math.Sin(double.DegreesToRadians(15))) - 3, 0.1);
    }

    [Theory]
    [InlineData(11, 21, true)]
    [InlineData(12, 11, true)]
    [InlineData(22, 23, true)]
    [InlineData(11, 12, false)]
    [InlineData(12, 21, false)]
    [InlineData(11, 41, false)]
    [InlineData(13, 11, false)]
    public void Neighbours_have_no_tooth_position_between_them(int a, int b, bool are) =>
        RootApproach.AreNeighbours(ToothId.FromFdi(a), ToothId.FromFdi(b)).ShouldBe(are);

    private static RigidTransform Aside(double mm) => new(Rotation.Identity, new Vec3(mm, 0, 0));
}
