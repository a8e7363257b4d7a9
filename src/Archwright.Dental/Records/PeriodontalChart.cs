using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Periodontal chart: probing, attachment, mobility and recession per tooth, written before staging (CLN-01).</summary>
public sealed record PeriodontalChart : RecordItem
{
    /// <summary>Charted teeth.</summary>
    public ImmutableArray<ToothPeriodontium> Teeth { get; init; } = [];
}

/// <summary>The periodontium of one tooth. Depths are the deepest of the sites probed, or each of six sites.</summary>
public sealed record ToothPeriodontium
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Probing depths, mm: one to six sites, mesiofacial, facial, distofacial, then lingually.</summary>
    public required ImmutableArray<double> ProbingMm { get; init; }

    /// <summary>Greatest loss of clinical attachment, mm.</summary>
    public required double AttachmentLossMm { get; init; }

    /// <summary>Mobility grade by Miller: 0, 1, 2 or 3.</summary>
    public required int Mobility { get; init; }

    /// <summary>Facial recession, mm.</summary>
    public required double RecessionMm { get; init; }

    /// <summary>Phenotype of the facial gingiva; null where it was not told.</summary>
    public GingivalPhenotype? Phenotype { get; init; }

    /// <summary>True where it bleeds on probing.</summary>
    public bool? Bleeding { get; init; }

    /// <summary>Deepest probing depth, mm; 0 where none is given.</summary>
    public double DeepestMm() => ProbingMm.IsDefaultOrEmpty ? 0 : ProbingMm.Max();
}

/// <summary>Thickness of the facial gingiva (biotype).</summary>
public enum GingivalPhenotype
{
    /// <summary>Under 1 mm; a probe shows through.</summary>
    Thin,

    /// <summary>1 mm or more.</summary>
    Thick,
}
