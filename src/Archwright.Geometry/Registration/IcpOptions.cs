namespace Archwright.Geometry;

/// <summary>How <see cref="Icp"/> works.</summary>
public sealed record IcpOptions
{
    /// <summary>The defaults.</summary>
    public static IcpOptions Default { get; } = new();

    /// <summary>Most iterations.</summary>
    public int IterationsMax { get; init; } = 60;

    /// <summary>Share of pairs kept, nearest first, 0 … 1: the rest is taken for parts without a counterpart.</summary>
    public double KeptShare { get; init; } = 0.8;

    /// <summary>Pairs further apart are left out, mm.</summary>
    public double DistanceMmMax { get; init; } = double.PositiveInfinity;

    /// <summary>Pairs whose normals differ by more are left out, degrees; used only where source normals are given.</summary>
    public double NormalDegMax { get; init; } = 60;

    /// <summary>Ends when no kept point moves further, mm.</summary>
    public double ToleranceMm { get; init; } = 1e-5;

    /// <summary>At most about this many source points are used, evenly by index.</summary>
    public int PointsMax { get; init; } = 5000;
}
