using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Dental.Tests;

public class PoseConversionTests
{
    [Fact]
    public void A_motion_comes_back_to_a_billionth()
    {
        var random = new SeededRandom(5);
        for (int i = 0; i < 20; i++)
        {
            RigidTransform motion = new(
                Rotation.FromVector(new Vec3(random.Uniform(-3, 3), random.Uniform(-1, 1), random.Uniform(-1, 1))),
                new Vec3(random.Uniform(-90, 90), random.Uniform(-90, 90), random.Uniform(-90, 90)));

            RigidTransform back = PoseConversion.ToTransform(PoseConversion.ToPose(motion));

            Vec3 point = new(30, 40, 20);
            Vec3.Distance(back.Apply(point), motion.Apply(point)).ShouldBeLessThan(2e-7);
            PoseConversion.ToPose(motion).Q[0].ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Fact]
    public void Rounding_never_writes_a_negative_zero()
    {
        double.IsNegative(PoseConversion.Round(-1e-12)).ShouldBeFalse();
        PoseConversion.Round(1.23456789049).ShouldBe(1.23456789);
    }

    [Fact]
    public void The_identity_is_written_exactly()
    {
        Pose pose = PoseConversion.ToPose(RigidTransform.Identity);

        pose.Q.ShouldBe([1, 0, 0, 0]);
        pose.T.ShouldBe([0, 0, 0]);
    }
}
