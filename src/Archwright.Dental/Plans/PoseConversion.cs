using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// Between kernel types and plan.json's numbers. Numbers in files are rounded to fixed steps so that the last bits of a
/// computation never decide a byte: lengths and quaternions to 1e-9.
/// </summary>
public static class PoseConversion
{
    private const double Step = 1e9;

    /// <summary>A motion as a pose, rounded.</summary>
    public static Pose ToPose(RigidTransform motion)
    {
        Rotation q = motion.Rotation.Canonical();
        return new Pose { Q = [Round(q.W), Round(q.X), Round(q.Y), Round(q.Z)], T = ToArray(motion.Translation) };
    }

    /// <summary>A pose as a motion; the quaternion is made unit again.</summary>
    public static RigidTransform ToTransform(Pose pose) => new(
        new Rotation(pose.Q[0], pose.Q[1], pose.Q[2], pose.Q[3]).Canonical(), ToVec(pose.T));

    /// <summary>A point as x, y, z, rounded.</summary>
    public static ImmutableArray<double> ToArray(Vec3 v) => [Round(v.X), Round(v.Y), Round(v.Z)];

    /// <summary>x, y, z as a point.</summary>
    public static Vec3 ToVec(ImmutableArray<double> v) => new(v[0], v[1], v[2]);

    /// <summary>A number rounded to the file's step; never negative zero.</summary>
    public static double Round(double value) => (Math.Round(value * Step) / Step) + 0.0;
}
