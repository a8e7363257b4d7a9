using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>What quality control says of the scans a plan rests on; carried along, so that whoever reads the plan knows what was not seen.</summary>
public sealed record PlanScanQuality
{
    /// <summary>The worst of the scans' and the bite's.</summary>
    public required ScanVerdict Verdict { get; init; }

    /// <summary>The verdict in one sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>Each scan.</summary>
    public ImmutableArray<PlanScan> Scans { get; init; } = [];

    /// <summary>What is wrong, scan by scan, then the bite's; worst first.</summary>
    public ImmutableArray<PlanScanDefect> Defects { get; init; } = [];
}

/// <summary>One scan in numbers.</summary>
public sealed record PlanScan
{
    /// <summary>Upper or lower.</summary>
    public required Jaw Jaw { get; init; }

    /// <summary>Usable, waived or to be made anew.</summary>
    public required ScanVerdict Verdict { get; init; }

    /// <summary>Number of faces.</summary>
    public required int Faces { get; init; }

    /// <summary>Median edge on crowns, mm.</summary>
    public required double CrownEdgeMm { get; init; }

    /// <summary>Roughness of the crowns, mm.</summary>
    public required double NoiseMm { get; init; }
}

/// <summary>One thing that is wrong with a scan. Scan frame, mm.</summary>
public sealed record PlanScanDefect
{
    /// <summary>Stable code (<see cref="ScanFaultCodes"/>).</summary>
    public required string Code { get; init; }

    /// <summary>Whether it asks for a new scan.</summary>
    public required DefectSeverity Severity { get; init; }

    /// <summary>Name of the scan; of both, joined by a plus sign, for the bite.</summary>
    public required string Scan { get; init; }

    /// <summary>FDI number, where it lies on or beside a tooth.</summary>
    public int? Fdi { get; init; }

    /// <summary>The side of that tooth's crown.</summary>
    public CrownSide? Surface { get; init; }

    /// <summary>The place x, y, z; empty where it concerns the scan as a whole.</summary>
    public ImmutableArray<double> At { get; init; } = [];

    /// <summary>How far it reaches from there, mm.</summary>
    public double ReachMm { get; init; }

    /// <summary>Measured value.</summary>
    public double? Measured { get; init; }

    /// <summary>The limit it was held against.</summary>
    public double? Limit { get; init; }

    /// <summary>Unit of both.</summary>
    public string? Unit { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Message { get; init; }

    /// <summary>Who answers for it, where somebody may and does.</summary>
    public RecordWaiver? Waiver { get; init; }
}
