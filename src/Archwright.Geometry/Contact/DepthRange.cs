namespace Archwright.Geometry;

/// <summary>What a caller wants to know of how two bodies stand to each other: the less, the quicker. A gap is a negative depth.</summary>
/// <param name="FromMm">
/// Depths up to this are not asked for: the answer there is any depth up to it, or that the bodies are apart, by some gap no greater than theirs; mm.
/// </param>
/// <param name="ToMm">Deeper than this the answer may be up to 0.1 mm too small, never too great; mm.</param>
public readonly record struct DepthRange(double FromMm, double ToMm)
{
    /// <summary>Any depth, and the gap where there is none.</summary>
    public static DepthRange All => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Depths above a least one, told quickly: up to 0.1 mm too small.</summary>
    public static DepthRange Roughly(double fromMm) => new(fromMm, double.NegativeInfinity);
}
