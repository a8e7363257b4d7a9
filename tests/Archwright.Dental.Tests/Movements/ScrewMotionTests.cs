using Archwright.Geometry;

namespace Archwright.Dental.Tests;

public class ScrewMotionTests
{
    private static readonly Tooth Tooth = TestTeeth.Front(21);
    private static readonly RigidTransform From = Movement.Apply(Tooth, RigidTransform.Identity, 0.2, 0.1, 0, 3, 0, -2);
    private static readonly RigidTransform To = Movement.Apply(Tooth, From, 1, -0.5, 0.4, 20, -6, 9);

    [Fact]
    public void It_begins_and_ends_where_it_should()
    {
        Apart(At(0), From).ShouldBeLessThan(1e-12);
        Apart(At(1), To).ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void The_centre_of_resistance_goes_straight_and_evenly()
    {
        Vec3 start = From.Apply(Tooth.CenterOfResistance);
        Vec3 end = To.Apply(Tooth.CenterOfResistance);

        Vec3.Distance(At(0.25).Apply(Tooth.CenterOfResistance), Vec3.Lerp(start, end, 0.25)).ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void Equal_steps_turn_by_equal_angles()
    {
        double[] turned = [.. Enumerable.Range(1, 5).Select(i =>
            (At(i / 5.0).Rotation * At((i - 1) / 5.0).Rotation.Inverse).ToVector().Length)];

        turned.ShouldAllBe(angle => Math.Abs(angle - turned[0]) < 1e-12);
    }

    [Fact]
    public void Half_of_the_half_is_a_quarter()
    {
        RigidTransform quarter = ScrewMotion.Interpolate(From, At(0.5), Tooth.CenterOfResistance, 0.5);

        Apart(quarter, At(0.25)).ShouldBeLessThan(1e-12);
    }

    private static RigidTransform At(double t) => ScrewMotion.Interpolate(From, To, Tooth.CenterOfResistance, t);

    private static double Apart(RigidTransform a, RigidTransform b) => new[] { Tooth.Apex, Tooth.Frame.Origin, Tooth.Landmarks.MesialContact }
        .Max(p => Vec3.Distance(a.Apply(p), b.Apply(p)));
}
