namespace Archwright.Geometry;

/// <summary>A nearest point and which side of the surface the query lies on.</summary>
/// <param name="DistanceMm">Signed distance, mm, negative inside; positive infinity for a mesh without faces.</param>
/// <param name="Hit">The nearest point.</param>
public readonly record struct SignedHit(double DistanceMm, ClosestHit Hit);
