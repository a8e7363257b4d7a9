namespace Archwright.Geometry;

/// <summary>
/// Depths a caller wants to know well. Others may be told up to 0.1 mm too small, never too great, which is several times as quick.
/// </summary>
/// <param name="FromMm">The least of them, mm.</param>
/// <param name="ToMm">The greatest of them, mm.</param>
public readonly record struct DepthRange(double FromMm, double ToMm)
{
    /// <summary>Any depth.</summary>
    public static DepthRange All => new(0, double.PositiveInfinity);

    /// <summary>No depth: what the samples find will do.</summary>
    public static DepthRange Nowhere => new(double.PositiveInfinity, double.NegativeInfinity);
}
