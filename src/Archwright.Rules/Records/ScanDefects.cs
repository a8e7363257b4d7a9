using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The capture faults of a plan's scans as the rules see them.</summary>
internal static class ScanDefects
{
    /// <summary>What asks for a new scan, waived or not.</summary>
    public static IEnumerable<PlanScanDefect> Faults(PlanEvidence evidence) =>
        evidence.Plan.ScanQuality?.Defects.Where(d => d.Severity == DefectSeverity.Rescan) ?? [];

    /// <summary>The tooth a defect lies at.</summary>
    public static ToothId? Tooth(PlanScanDefect defect) =>
        defect.Fdi is { } fdi && ToothId.TryFromFdi(fdi, out ToothId tooth) ? tooth : null;
}
