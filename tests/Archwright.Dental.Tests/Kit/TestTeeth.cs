using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Dental.Tests;

/// <summary>Teeth without a surface: frame, crown point, apex and centre of resistance are all that movements read.</summary>
internal static class TestTeeth
{
    /// <summary>One incisor per quadrant, as FDI numbers.</summary>
    public static readonly int[] OnePerQuadrant = [11, 21, 31, 41];

    /// <summary>
    /// A tooth at the front of the arch in the occlusal frame (x to the left, y posterior, z superior): mesial towards the midline,
    /// facial to the front, occlusal down in the upper jaw and up in the lower.
    /// </summary>
    public static Tooth Front(int fdi)
    {
        ToothId id = ToothId.FromFdi(fdi);
        double x = id.IsRight ? -4 : 4;
        return Of(
            id,
            new ToothFrame(
                new Vec3(x, -20, 0),
                new Vec3(id.IsRight ? 1 : -1, 0, 0),
                new Vec3(0, -1, 0),
                new Vec3(0, 0, id.Jaw == Jaw.Upper ? -1 : 1)));
    }

    /// <summary>A tooth in any orientation, right- or left-handed as its quadrant asks.</summary>
    public static Tooth Anywhere(int fdi, SeededRandom random)
    {
        Rotation turn = Rotation.FromVector(new Vec3(random.Uniform(-3, 3), random.Uniform(-3, 3), random.Uniform(-3, 3)));
        var motion = new RigidTransform(turn, new Vec3(random.Uniform(-30, 30), random.Uniform(-30, 30), random.Uniform(-30, 30)));
        return Front(fdi).Moved(motion);
    }

    private static Tooth Of(ToothId id, ToothFrame frame)
    {
        Vec3 crown = frame.Origin - (frame.Facial * 3) + (frame.Occlusal * 5);
        return new Tooth(
            id,
            TriangleMesh.Empty,
            frame,
            new ToothLandmarks(
                crown + (frame.Mesial * 4), crown - (frame.Mesial * 4), frame.Origin, crown, crown, crown, crown, [crown]),
            crown - (frame.Occlusal * 13),
            crown - (frame.Occlusal * 22),
            RootSource.Template,
            ToothRestriction.None,
            0);
    }
}
