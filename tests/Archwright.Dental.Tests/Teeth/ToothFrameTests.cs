using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Dental.Tests;

public class ToothFrameTests
{
    [Theory]
    [InlineData(11, 1)]
    [InlineData(21, -1)]
    [InlineData(31, 1)]
    [InlineData(41, -1)]
    public void Frames_are_right_handed_in_quadrants_1_and_3_and_left_handed_in_2_and_4(int fdi, int hand)
    {
        ToothFrame frame = TestTeeth.Front(fdi).Frame;

        Vec3.Dot(Vec3.Cross(frame.Mesial, frame.Facial), frame.Occlusal).ShouldBe(hand, 1e-12);
    }

    [Fact]
    public void Local_coordinates_come_back_and_move_with_the_tooth()
    {
        var random = new SeededRandom(3);
        foreach (int fdi in TestTeeth.OnePerQuadrant)
        {
            Tooth tooth = TestTeeth.Anywhere(fdi, random);
            Vec3 local = new(1, -2, 3);
            Vec3 point = tooth.Frame.PointFromLocal(local);
            RigidTransform motion = new(Rotation.FromVector(new Vec3(0.3, 0.2, -1)), new Vec3(4, 5, 6));

            Vec3.Distance(tooth.Frame.PointToLocal(point), local).ShouldBeLessThan(1e-12);
            Vec3.Distance(tooth.Moved(motion).Frame.PointFromLocal(local), motion.Apply(point)).ShouldBeLessThan(1e-10);
        }
    }
}
