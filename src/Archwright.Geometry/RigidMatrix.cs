using System.Runtime.CompilerServices;

namespace Archwright.Geometry;

/// <summary>A rigid motion as a matrix, cheaper than a quaternion where many points follow.</summary>
internal readonly struct RigidMatrix(RigidTransform motion)
{
    private readonly Vec3 _x = motion.ApplyDirection(Vec3.UnitX);
    private readonly Vec3 _y = motion.ApplyDirection(Vec3.UnitY);
    private readonly Vec3 _z = motion.ApplyDirection(Vec3.UnitZ);
    private readonly Vec3 _t = motion.Translation;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vec3 Apply(Vec3 p) => (_x * p.X) + (_y * p.Y) + (_z * p.Z) + _t;
}
