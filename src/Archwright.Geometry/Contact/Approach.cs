namespace Archwright.Geometry;

/// <summary>How near two bodies are, or how deep they cut, in the common frame of their poses.</summary>
/// <param name="DepthMm">Greatest depth either body's surface reaches into the other, mm; 0 where apart.</param>
/// <param name="GapMm">
/// Least distance, mm; 0 where they cut. Beyond the cut-off: the cut-off, or the distance of their boxes where that is greater.
/// </param>
/// <param name="Point">The deepest point of the overlap, or the nearest point; midway between the boxes beyond the cut-off.</param>
/// <param name="Direction">Unit direction along which the second body moves away from the first most directly.</param>
public readonly record struct Approach(double DepthMm, double GapMm, Vec3 Point, Vec3 Direction)
{
    /// <summary>Gap less depth, mm: positive apart, negative cutting.</summary>
    public double ClearanceMm => GapMm - DepthMm;
}
