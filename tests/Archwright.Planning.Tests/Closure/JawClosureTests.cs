using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Closure;
using Archwright.Planning.Collision;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Planning.Tests.Closure;

/// <summary>Closing about an axis on spheres, where the angle of touch is known by the law of cosines (OCC-05).</summary>
public class JawClosureTests
{
    private const double RadiusMm = 3;

    private static readonly HingeAxis Axis = new(new Vec3(-50, 0, 0), new Vec3(50, 0, 0), HingeAxisSource.Located);
    private static readonly ToothBody Ball = new(
        CollisionBody.Build(TestShapes.Sphere(RadiusMm, 5), new RunContext()), RigidTransform.Identity);

    [Theory]
    [InlineData(-80, -20, -82, -15)]
    [InlineData(-80, -20, -76, -15.5)]
    [InlineData(-50, -25, -50, -17)]
    [InlineData(-95, -30, -97, -24.5)]
    public void OCC_05_spheres_touch_where_the_law_of_cosines_says(double lowerY, double lowerZ, double upperY, double upperZ)
    {
        Vec3 lower = new(0, lowerY, lowerZ);
        Vec3 upper = new(0, upperY, upperZ);

        ClosedJaw closed = JawClosure.Close([Pair(11, upper, 41, lower)], Axis, RigidTransform.Identity)!;

        double between = AngleAt(2 * RadiusMm, lower, upper);
        Vec3 at = closed.Jaw.Apply(lower);
        Math.Acos(Vec3.Dot(at, upper) / (at.Length * upper.Length)).ShouldBe(between, 0.03 / lower.Length);
        at.Length.ShouldBe(lower.Length, 1e-9);
        at.Z.ShouldBeLessThan(upper.Z);
        closed.Contacts.ShouldBe([new PlanBiteContact(11, 41)]);
    }

    [Fact]
    public void The_first_of_many_stops_it_and_what_may_overlap_does_not()
    {
        Vec3 upper = new(20, -40, -12);
        Vec3 lower = new(20, -40, -20);
        ClosingPair near = Pair(16, upper, 46, lower);
        ClosingPair far = Pair(11, new Vec3(0, -80, -18), 41, new Vec3(0, -80, -30));
        ClosedJaw both = JawClosure.Close([far, near], Axis, RigidTransform.Identity)!;

        both.Contacts.ShouldBe([new PlanBiteContact(16, 46)]);
        JawClosure.Close([near, far], Axis, RigidTransform.Identity)!.Jaw.ShouldBe(both.Jaw);
        ClosedJaw further = JawClosure.Close([near with { AllowedMm = 0.5 }], Axis, RigidTransform.Identity)!;
        double expected = AngleAt(2 * RadiusMm, lower, upper) - AngleAt((2 * RadiusMm) - 0.5, lower, upper);
        (both.Jaw.Rotation.ToVector().X - further.Jaw.Rotation.ToVector().X).ShouldBe(expected, 0.03 / 40);
    }

    [Fact]
    public void A_jaw_that_meets_nothing_has_no_closed_place() =>
        JawClosure.Close([Pair(11, new Vec3(0, -80, 40), 41, new Vec3(0, -80, -30))], Axis, RigidTransform.Identity).ShouldBeNull();

    [Fact]
    public void From_another_place_it_closes_about_the_axis_there()
    {
        var back = new RigidTransform(Rotation.Identity, new Vec3(0, 1.5, 0));
        Vec3 lower = new(0, -80, -26);
        ClosedJaw closed = JawClosure.Close([Pair(11, new Vec3(0, -80, -15), 41, lower)], Axis.Moved(back), back)!;

        Axis.Moved(back).DistanceMm(closed.Jaw.Apply(lower)).ShouldBe(Axis.DistanceMm(lower), 1e-9);
    }

    /// <summary>Angle about the axis between two centres that are so far apart.</summary>
    private static double AngleAt(double apart, Vec3 lower, Vec3 upper)
    {
        Vec3 a = lower.Reject(Vec3.UnitX);
        Vec3 b = upper.Reject(Vec3.UnitX);
        return Math.Acos((a.LengthSquared + b.LengthSquared - (apart * apart)) / (2 * a.Length * b.Length));
    }

    private static ClosingPair Pair(int upperFdi, Vec3 upper, int lowerFdi, Vec3 lower) => new(
        ToothId.FromFdi(upperFdi), Ball, At(upper), ToothId.FromFdi(lowerFdi), Ball, At(lower), 0);

    private static RigidTransform At(Vec3 place) => new(Rotation.Identity, place);
}
