namespace Archwright.Geometry.Tests;

public class AabbTests
{
    private static readonly Aabb Box = new(new Vec3(-1, 0, 2), new Vec3(3, 1, 4));

    [Fact]
    public void A_moved_box_holds_the_moved_points()
    {
        var motion = new RigidTransform(Rotation.FromVector(new Vec3(0.3, -0.7, 1.1)), new Vec3(5, -2, 1));
        Aabb moved = Box.Moved(motion);

        foreach (Vec3 p in new[] { Box.Min, Box.Max, Box.Center, new Vec3(3, 0, 2), new Vec3(-1, 1, 4) })
            moved.Inflated(1e-9).Contains(motion.Apply(p)).ShouldBeTrue();
    }

    [Fact]
    public void A_quarter_turn_exchanges_its_lengths_and_nothing_stays_nothing()
    {
        var turn = new RigidTransform(Rotation.FromVector(new Vec3(0, 0, Math.PI / 2)), Vec3.Zero);

        Vec3.Distance(Box.Moved(turn).Size, new Vec3(1, 4, 2)).ShouldBeLessThan(1e-12);
        Aabb.Empty.Moved(turn).IsEmpty.ShouldBeTrue();
    }
}
