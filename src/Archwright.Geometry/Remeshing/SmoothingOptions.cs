namespace Archwright.Geometry;

/// <summary>How <see cref="Smoothing"/> works.</summary>
public sealed record SmoothingOptions
{
    /// <summary>The defaults.</summary>
    public static SmoothingOptions Default { get; } = new();

    /// <summary>Number of pairs of a shrinking and a growing step.</summary>
    public int Iterations { get; init; } = 10;

    /// <summary>Part of the way towards the mean of its neighbours a vertex goes in the shrinking step, 0 … 1.</summary>
    public double Lambda { get; init; } = 0.5;

    /// <summary>
    /// Frequency that neither grows nor shrinks, 0 … 1; the growing step follows from it. 0 never grows: plain Laplacian smoothing.
    /// </summary>
    public double PassBand { get; init; } = 0.1;

    /// <summary>Keeps boundary vertices where they are.</summary>
    public bool KeepBoundary { get; init; } = true;
}
