namespace Archwright.Geometry;

/// <summary>The point of a surface nearest to a query point.</summary>
/// <param name="Face">Its face; the lowest of several that share it; −1 where nothing lies within the search distance.</param>
/// <param name="Point">The nearest point, mm.</param>
/// <param name="DistanceMm">Its distance, mm; positive infinity where nothing was found.</param>
public readonly record struct ClosestHit(int Face, Vec3 Point, double DistanceMm)
{
    /// <summary>Nothing within the search distance.</summary>
    public static ClosestHit None => new(-1, Vec3.Zero, double.PositiveInfinity);

    /// <summary>True where something was found.</summary>
    public bool IsHit => Face >= 0;
}

/// <summary>Where a ray first meets a surface.</summary>
/// <param name="Face">The face met.</param>
/// <param name="Point">The point met, mm.</param>
/// <param name="DistanceMm">Distance along the ray, mm.</param>
public readonly record struct RayHit(int Face, Vec3 Point, double DistanceMm);
