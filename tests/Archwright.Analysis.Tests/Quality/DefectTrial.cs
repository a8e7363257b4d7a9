using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Synthesis;

namespace Archwright.Quality.Trials;

/// <summary>One fault of known kind and size, and what quality control has to say of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">How much of it.</param>
/// <param name="Codes">The defects of which one is to be reported; from below the limit, none.</param>
/// <param name="Make">Makes the scans out of a clean case; the number chooses the place.</param>
public sealed record DefectTrial(string Kind, string Size, ImmutableArray<string> Codes, Func<SyntheticCase, int, SeededDefect> Make)
{
    /// <summary>False where the size is below the stated limit: nothing is to be reported then.</summary>
    public bool IsAbove { get; init; } = true;

    /// <summary>Severity it is to be reported with.</summary>
    public DefectSeverity Severity { get; init; } = DefectSeverity.Rescan;

    /// <summary>Other defects that this fault brings along: no false alarms.</summary>
    public ImmutableArray<string> Consequences { get; init; } = [];

    /// <summary>Kind and size.</summary>
    public string Name => $"{Kind}, {Size}";

    /// <summary>The clean scans of a case.</summary>
    public static ScanToCheck[] Clean(SyntheticCase made) => [Check(made.Upper!), Check(made.Lower!)];

    /// <summary>A scan as it is given to quality control.</summary>
    public static ScanToCheck Check(ArchScan scan) =>
        new(scan.Jaw == Jaw.Upper ? "upper" : "lower", scan.Mesh, scan.Jaw, scan.FaceLabels);

    /// <summary>How the report fits what was seeded.</summary>
    public TrialOutcome Judge(SeededDefect seeded, ScanQualityReport report)
    {
        ScanDefect[] told = [.. report.Defects.Where(d => Codes.Contains(d.Code) && d.Severity == Severity)];
        ScanDefect[] placed = [.. told.Where(seeded.IsAt)];
        if (!IsAbove)
            return placed.Length == 0 ? TrialOutcome.Right : TrialOutcome.FalseAlarm;
        if (told.Length == 0)
            return TrialOutcome.Missed;
        if (placed.Length == 0)
            return TrialOutcome.Misplaced;
        return placed.Any(seeded.IsSized) ? TrialOutcome.Right : TrialOutcome.Missized;
    }

    /// <summary>Capture faults that were not seeded and do not follow from what was.</summary>
    public IEnumerable<ScanDefect> Strays(ScanQualityReport report) =>
        report.Defects.Where(d => d.Severity == DefectSeverity.Rescan && !Codes.Contains(d.Code) && !Consequences.Contains(d.Code));
}

/// <summary>Scans with a fault, and where and how large it is.</summary>
/// <param name="Scans">The scans.</param>
public sealed record SeededDefect(ScanToCheck[] Scans)
{
    /// <summary>The tooth; 0 where it concerns the whole.</summary>
    public int Fdi { get; init; }

    /// <summary>Another tooth that is as good an answer: the neighbour across a contact.</summary>
    public int OrFdi { get; init; }

    /// <summary>The side of the crown, where the kind has one.</summary>
    public CrownSide? Side { get; init; }

    /// <summary>The size as it should be measured; null where the kind has none.</summary>
    public double? Value { get; init; }

    /// <summary>How many times larger or smaller it may be measured.</summary>
    public double Factor { get; init; } = 1.7;

    /// <summary>True for a defect at the right tooth and side.</summary>
    public bool IsAt(ScanDefect d) =>
        (Fdi == 0 || d.Tooth?.Fdi == Fdi || (OrFdi != 0 && d.Tooth?.Fdi == OrFdi)) && (Side is null || d.Surface == Side);

    /// <summary>True for a defect of the right size.</summary>
    public bool IsSized(ScanDefect d) =>
        Value is not { } value || (d.Measured is { } measured && measured <= value * Factor && measured >= value / Factor);
}

/// <summary>What came of a trial.</summary>
public enum TrialOutcome
{
    /// <summary>Found at its tooth, side and size; or rightly not reported.</summary>
    Right,

    /// <summary>Found and placed, its size told wrongly.</summary>
    Missized,

    /// <summary>Found, but not at its tooth and side.</summary>
    Misplaced,

    /// <summary>Not found.</summary>
    Missed,

    /// <summary>Reported though below the limit.</summary>
    FalseAlarm,
}
