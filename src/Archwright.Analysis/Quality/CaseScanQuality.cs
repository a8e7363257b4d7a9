using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Quality control of the scans a case is planned on, with the waivers of its records: what a plan carries along. The age of scans is
/// left to the records' dates (REC-07), and teeth that were given separately have no scan to be judged.
/// </summary>
public static class CaseScanQuality
{
    /// <summary>
    /// Judges the labelled scans of a case (<see cref="ScanQuality.Of"/>), as analysis has labelled them. Frame: scan, mm. The outcome
    /// does not depend on the order of faces, nor on the number of threads.
    /// </summary>
    public static PlanScanQuality Of(CaseInput labelled, RunContext context)
    {
        ArchScan[] scans = [.. new[] { labelled.Upper, labelled.Lower }.OfType<ArchScan>()];
        if (scans.Length == 0)
            return new PlanScanQuality { Verdict = ScanVerdict.NotApplicable, Statement = "The teeth were given separately: there is no scan to be judged." };
        var options = new ScanQualityOptions { Waivers = labelled.Description.RecordSet?.ScanWaivers ?? [] };
        return Carried(ScanQuality.Of([.. scans.Select(Sorted)], options, context));
    }

    private static ScanToCheck Sorted(ArchScan scan)
    {
        (TriangleMesh mesh, ImmutableArray<int> labels) = CanonicalOrder.Of(scan.Mesh, scan.FaceLabels);
        return new ScanToCheck(scan.Jaw == Jaw.Upper ? "upper" : "lower", mesh, scan.Jaw, labels);
    }

    private static PlanScanQuality Carried(ScanQualityReport report)
    {
        int faults = report.Defects.Count(d => d.Severity == DefectSeverity.Rescan);
        int waived = report.Defects.Count(d => d.Waiver is not null);
        string counted = faults == 1 ? "1 capture fault" : $"{faults} capture faults";
        return new PlanScanQuality
        {
            Verdict = report.Verdict,
            Statement = report.Verdict switch
            {
                ScanVerdict.Usable => "The scans are usable.",
                ScanVerdict.Waived => $"The scans have {counted}; the treating doctor answers for {(waived == 1 ? "it" : "each")}.",
                _ => $"The scans have {counted}{(waived > 0 ? $", {waived} of them waived" : "")}: scan again.",
            },
            Scans =
            [
                .. report.Scans.Select(s => new PlanScan
                {
                    Jaw = s.Jaw ?? Jaw.Upper,
                    Verdict = s.Verdict,
                    Faces = s.Facts.FaceCount,
                    CrownEdgeMm = Math.Round(s.CrownEdgeMm, 3),
                    NoiseMm = Math.Round(s.NoiseMm, 4),
                }),
            ],
            Defects = [.. report.Defects.Select(Carried)],
        };
    }

    private static PlanScanDefect Carried(ScanDefect defect) => new()
    {
        Code = defect.Code,
        Severity = defect.Severity,
        Scan = defect.Scan,
        Fdi = defect.Tooth?.Fdi,
        Surface = defect.Surface,
        At = defect.At is { } p ? [Math.Round(p.X, 3), Math.Round(p.Y, 3), Math.Round(p.Z, 3)] : [],
        ReachMm = Math.Round(defect.ReachMm, 2),
        Measured = defect.Measured is { } m ? Math.Round(m, 3) : null,
        Limit = defect.Limit,
        Unit = defect.Unit,
        Message = defect.Message,
        Waiver = defect.Waiver,
    };
}
