namespace Archwright.Geometry;

/// <summary>
/// A rigid motion p ↦ R·p + t, mm. Name it target-from-source (<c>occlusalFromScan</c>) so that products read by cancelling.
/// The default value is not a motion; start from <see cref="Identity"/>.
/// </summary>
/// <param name="Rotation">R.</param>
/// <param name="Translation">t, mm.</param>
public readonly record struct RigidTransform(Rotation Rotation, Vec3 Translation)
{
    /// <summary>No motion.</summary>
    public static RigidTransform Identity => new(Rotation.Identity, Vec3.Zero);

    /// <summary>The inverse motion.</summary>
    public RigidTransform Inverse
    {
        get
        {
            Rotation r = Rotation.Inverse;
            return new RigidTransform(r, -r.Apply(Translation));
        }
    }

    /// <summary>Product: <paramref name="a"/> after <paramref name="b"/>.</summary>
    public static RigidTransform operator *(RigidTransform a, RigidTransform b) =>
        new((a.Rotation * b.Rotation).Canonical(), a.Apply(b.Translation));

    /// <summary>Rotation <paramref name="rotation"/> about the fixed point <paramref name="center"/>, then a shift, mm.</summary>
    public static RigidTransform AboutPoint(Rotation rotation, Vec3 center, Vec3 shift = default) =>
        new(rotation, center + shift - rotation.Apply(center));

    /// <summary>The moved point.</summary>
    public Vec3 Apply(Vec3 point) => Rotation.Apply(point) + Translation;

    /// <summary>The turned direction (no shift).</summary>
    public Vec3 ApplyDirection(Vec3 direction) => Rotation.Apply(direction);
}
