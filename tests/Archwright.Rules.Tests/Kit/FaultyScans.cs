using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Scan quality as a plan carries it: usable, or with one hole in a crown.</summary>
internal static class FaultyScans
{
    public static PlanScanQuality Usable { get; } = new() { Verdict = ScanVerdict.Usable, Statement = "The scans are usable." };

    public static PlanScanQuality Holed(DefectSeverity severity = DefectSeverity.Rescan, RecordWaiver? waiver = null) => new()
    {
        Verdict = waiver is null ? ScanVerdict.Rescan : ScanVerdict.Waived,
        Statement = "The scans have 1 capture fault.",
        Defects =
        [
            new PlanScanDefect
            {
                Code = "hole-crown",
                Severity = severity,
                Scan = "upper",
                Fdi = 11,
                Surface = CrownSide.Lingual,
                Measured = 3.2,
                Limit = 1,
                Unit = "mm²",
                Message = "a hole at 11 lingual: 3.2 mm², limit 1",
                Waiver = waiver,
            },
        ],
    };

    public static ScanFaultWaiver WaivedBy(SignatoryRole role) => new() { Code = "hole-crown", Fdi = 11, Waiver = HealthyRecords.Waived(role).Waiver! };
}
