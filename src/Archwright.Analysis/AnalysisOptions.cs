namespace Archwright.Analysis;

/// <summary>Settings of the analysis. The defaults are engineering defaults; none has a clinical source.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Rounds of majority smoothing of the face labels along the crowns' borders.</summary>
    public int LabelSmoothingRounds { get; init; } = 2;

    /// <summary>A crown that reaches deeper than this into the other jaw's does not stand in a plausible bite, mm.</summary>
    public double ImplausiblePenetrationMm { get; init; } = 0.6;

    /// <summary>Where more than this share of the upper crowns reach that deep, the arches are not registered in a bite.</summary>
    public double ImplausibleShare { get; init; } = 0.4;

    /// <summary>Crowns of the two jaws that stay further apart than this do not stand in a bite, mm.</summary>
    public double ImplausibleDistanceMm { get; init; } = 2.0;

    /// <summary>Greatest overlap of two neighbours that is left where a crown's unseen side was filled in, mm.</summary>
    public double NeighbourOverlapMm { get; init; } = 0.02;

    /// <summary>A face of a scan with a longer edge is no surface but a spike of the scanner, and is left out, mm.</summary>
    public double LongestEdgeMm { get; init; } = 6;

    /// <summary>A crown patch that measures more along an axis is no crown and is left out, mm; molars measure up to 16.</summary>
    public double LargestCrownMm { get; init; } = 30;
}
