using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Where a crown should end on a side on which no other follows.</summary>
/// <param name="Outwards">Unit direction out of the crown, arch frame, in the plane.</param>
/// <param name="AtMm">How far along it the crown should reach, from the frame's origin.</param>
/// <param name="DeviationMm">Standard deviation of that place.</param>
internal readonly record struct CrownEnd(Vec3 Outwards, double AtMm, double DeviationMm)
{
    // per standard deviation of a logistic distribution, whose tails are longer than a normal one's: some crowns are odd
    private static readonly double Steepness = Math.PI / Math.Sqrt(3);

    /// <summary>Negative logarithm of the probability that the crown reaches as far as a point: nearly 0 within it, log 2 at its end, rising beyond.</summary>
    public double Surprise(Vec3 point) => Math.Log(1 + Math.Exp(Math.Min(Steepness * (Vec3.Dot(point, Outwards) - AtMm) / DeviationMm, 100)));
}
