using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>A tooth at stage 0, scan frame, mm.</summary>
public sealed record PlanTooth
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>True where it may not move.</summary>
    public required bool Fixed { get; init; }

    /// <summary>Why it may not move.</summary>
    public required ToothRestriction Restriction { get; init; }

    /// <summary>Tooth frame.</summary>
    public required PlanFrame Frame { get; init; }

    /// <summary>Centre of resistance x, y, z.</summary>
    public required ImmutableArray<double> CenterOfResistance { get; init; }

    /// <summary>Apex x, y, z.</summary>
    public required ImmutableArray<double> Apex { get; init; }

    /// <summary>Where root, apex and centre of resistance come from.</summary>
    public required RootSource RootSource { get; init; }

    /// <summary>Named points on the crown.</summary>
    public required PlanLandmarks Landmarks { get; init; }

    /// <summary>Mesiodistal width, mm.</summary>
    public required double WidthMm { get; init; }

    /// <summary>Share of the surface that no scanner saw, 0–1.</summary>
    public required double InferredShare { get; init; }

    /// <summary>Closed mesh, path inside the plan folder.</summary>
    public required string Mesh { get; init; }
}

/// <summary>A tooth frame: origin (mm) and unit axes, each x, y, z.</summary>
public sealed record PlanFrame
{
    /// <summary>Facial-axis point.</summary>
    public required ImmutableArray<double> Origin { get; init; }

    /// <summary>Mesial axis.</summary>
    public required ImmutableArray<double> Mesial { get; init; }

    /// <summary>Facial axis.</summary>
    public required ImmutableArray<double> Facial { get; init; }

    /// <summary>Occlusal axis.</summary>
    public required ImmutableArray<double> Occlusal { get; init; }
}

/// <summary>Named points on a crown, each x, y, z in mm.</summary>
public sealed record PlanLandmarks
{
    /// <summary>Mesial contact point.</summary>
    public required ImmutableArray<double> MesialContact { get; init; }

    /// <summary>Distal contact point.</summary>
    public required ImmutableArray<double> DistalContact { get; init; }

    /// <summary>Facial-axis point.</summary>
    public required ImmutableArray<double> FacialAxisPoint { get; init; }

    /// <summary>Lingual counterpart of the facial-axis point.</summary>
    public required ImmutableArray<double> LingualPoint { get; init; }

    /// <summary>Facial gingival margin.</summary>
    public required ImmutableArray<double> FacialMargin { get; init; }

    /// <summary>Lingual gingival margin.</summary>
    public required ImmutableArray<double> LingualMargin { get; init; }

    /// <summary>Incisal edge or buccal cusp: the crown point of movements.</summary>
    public required ImmutableArray<double> OcclusalPoint { get; init; }

    /// <summary>Cusp tips or ends of the incisal edge.</summary>
    public required ImmutableArray<ImmutableArray<double>> Cusps { get; init; }
}

/// <summary>Two teeth that could meet.</summary>
public sealed record PlanPair
{
    /// <summary>FDI numbers.</summary>
    public required ImmutableArray<int> Between { get; init; }

    /// <summary>neighbours or antagonists.</summary>
    public required string Kind { get; init; }

    /// <summary>Depth they reach into each other at stage 0, mm.</summary>
    public required double InitialOverlapMm { get; init; }
}
