using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>One thing that is wrong with a scan: what, where, how large, against which limit.</summary>
/// <param name="Code">Stable kebab-case code, see docs/algorithms/scan-quality.md.</param>
/// <param name="Severity">Whether it asks for a new scan.</param>
/// <param name="Scan">Name of the scan; of both, joined by a plus sign, for the bite.</param>
/// <param name="Message">One sentence for a person.</param>
public sealed record ScanDefect(string Code, DefectSeverity Severity, string Scan, string Message)
{
    /// <summary>The tooth, where it lies on or beside one.</summary>
    public ToothId? Tooth { get; init; }

    /// <summary>The side of that tooth's crown.</summary>
    public CrownSide? Surface { get; init; }

    /// <summary>The place, in the scan's frame, mm; null where it concerns the scan as a whole.</summary>
    public Vec3? At { get; init; }

    /// <summary>How far it reaches from there, mm.</summary>
    public double ReachMm { get; init; }

    /// <summary>Measured value.</summary>
    public double? Measured { get; init; }

    /// <summary>The limit it was held against.</summary>
    public double? Limit { get; init; }

    /// <summary>Unit of both: mm, mm², deg, count, share or day.</summary>
    public string? Unit { get; init; }

    /// <summary>Lines that outline it (a hole's rim), in the scan's frame, mm; empty where a point says enough.</summary>
    public ImmutableArray<Vec3> Outline { get; init; } = [];

    /// <summary>The waiver that covers it, where the treating doctor has signed one.</summary>
    public RecordWaiver? Waiver { get; init; }
}
