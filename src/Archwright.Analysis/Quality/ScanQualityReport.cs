using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>What quality control says of a case's scans.</summary>
/// <param name="Verdict">The worst of the scans' and the bite's.</param>
/// <param name="Scans">Each scan.</param>
/// <param name="Bite">Defects of the registration; measures of it where both arches are there.</param>
public sealed record ScanQualityReport(ScanVerdict Verdict, ImmutableArray<ScanQualityOfOne> Scans, BiteQuality? Bite)
{
    /// <summary>All defects, scan by scan, then the bite's.</summary>
    public IEnumerable<ScanDefect> Defects => Scans.SelectMany(s => s.Defects).Concat(Bite?.Defects ?? []);
}

/// <summary>What quality control says of one scan.</summary>
public sealed record ScanQualityOfOne
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The jaw it shows; null where it shows none.</summary>
    public required Jaw? Jaw { get; init; }

    /// <summary>Usable, waived or to be made anew.</summary>
    public required ScanVerdict Verdict { get; init; }

    /// <summary>What is wrong, worst first, then along the arch.</summary>
    public required ImmutableArray<ScanDefect> Defects { get; init; }

    /// <summary>What the file holds.</summary>
    public required ScanFacts Facts { get; init; }

    /// <summary>By how much coordinates must be multiplied to be mm; 1 where they are.</summary>
    public required double MmPerUnit { get; init; }

    /// <summary>Teeth from the patient's right to the left.</summary>
    public required ImmutableArray<ToothId> Teeth { get; init; }

    /// <summary>FDI number per face that places were told by, given or found; 0 = gingiva.</summary>
    public required ImmutableArray<int> FaceLabels { get; init; }

    /// <summary>True where the teeth were found and not given.</summary>
    public required bool IsSegmented { get; init; }

    /// <summary>Takes the scan, in mm, to the occlusal frame as far as this arch alone tells; identity where it does not.</summary>
    public required RigidTransform OcclusalFromScan { get; init; }

    /// <summary>Median edge on crowns, mm.</summary>
    public double CrownEdgeMm { get; init; }

    /// <summary>Median roughness of the crowns, mm.</summary>
    public double NoiseMm { get; init; }

    /// <summary>Share of each crown's surface that is hole: it would be inferred if it were planned on. Teeth without holes are left out.</summary>
    public ImmutableSortedDictionary<ToothId, double> InferredShare { get; init; } = ImmutableSortedDictionary<ToothId, double>.Empty;
}

/// <summary>The registration of upper and lower arch.</summary>
/// <param name="Verdict">Usable, waived or to be made anew.</param>
/// <param name="Defects">What is wrong.</param>
/// <param name="RightGapMm">Least distance of the right posterior teeth from their antagonists, mm; negative where they cut.</param>
/// <param name="LeftGapMm">The same on the left.</param>
/// <param name="DeepestMm">Greatest depth one crown reaches into another, mm.</param>
/// <param name="RollDeg">Tilt about the sagittal axis that the contacts show: + where the left side gapes.</param>
/// <param name="PitchDeg">Tilt about the transverse axis: + where the back gapes.</param>
public sealed record BiteQuality(
    ScanVerdict Verdict,
    ImmutableArray<ScanDefect> Defects,
    double? RightGapMm = null,
    double? LeftGapMm = null,
    double? DeepestMm = null,
    double? RollDeg = null,
    double? PitchDeg = null);
