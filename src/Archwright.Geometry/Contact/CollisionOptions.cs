namespace Archwright.Geometry;

/// <summary>How finely a <see cref="CollisionBody"/> is sampled; the defaults suit a tooth.</summary>
public sealed record CollisionOptions
{
    /// <summary>The defaults.</summary>
    public static CollisionOptions Default { get; } = new();

    /// <summary>Node spacing of the distance grid, mm.</summary>
    public double SpacingMm { get; init; } = 0.25;

    /// <summary>Distances beyond this are not resolved, mm.</summary>
    public double CutOffMm { get; init; } = 2.0;

    /// <summary>Distance to the surface within which grid nodes are exact, mm.</summary>
    public double BandMm { get; init; } = 0.6;

    /// <summary>About how many surface samples a body keeps.</summary>
    public int SampleCount { get; init; } = 2500;
}
