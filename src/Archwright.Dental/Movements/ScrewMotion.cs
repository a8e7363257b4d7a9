using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// The path between two poses of a tooth: its centre of resistance goes straight while the tooth turns evenly about one
/// axis through it. This is how a prescription is interpolated; matrix entries never are.
/// </summary>
public static class ScrewMotion
{
    /// <summary>The pose at <paramref name="t"/> (0 = <paramref name="from"/>, 1 = <paramref name="to"/>) about <paramref name="center"/> (stage-0 point, mm).</summary>
    public static RigidTransform Interpolate(RigidTransform from, RigidTransform to, Vec3 center, double t)
    {
        Vec3 omega = (to.Rotation * from.Rotation.Inverse).ToVector();
        Rotation rotation = (Rotation.FromVector(omega * t) * from.Rotation).Canonical();
        Vec3 reached = Vec3.Lerp(from.Apply(center), to.Apply(center), t);
        return new RigidTransform(rotation, reached - rotation.Apply(center));
    }
}
