using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>The closing jaw, the capture of the scans, and roots on their whole length.</summary>
internal static class SeededBites
{
    public static IEnumerable<SeededViolation> All { get; } =
    [
        new("OCC001", p => Raised(p, 8), p => Raised(p, 2)) { Limit = 1, Also = ["ATT002", "ATT006", "CLN005", "OUT001"] },
        new("OCC002", p => Seated(p, 3), p => Seated(p, 0.2)) { Limit = 1 },
        new("OCC003", p => Told(p, 1.5), p => Told(p, 1)) { Measured = 1.5, Limit = 1 },
        new("SCN001", p => p.ScanQuality(FaultyScans.Holed()), p => p.ScanQuality(FaultyScans.Holed(DefectSeverity.Note))) { Tooth = 11, Measured = 3.2 },
        new("SCN002", p => p.ScanQuality(FaultyScans.Holed(waiver: HealthyRecords.Waived().Waiver)), p => p.ScanQuality(FaultyScans.Usable)) { Tooth = 11 },
        new("SCN003", p => WaivedBy(p, SignatoryRole.Technician), p => WaivedBy(p, SignatoryRole.TreatingDoctor)) { Tooth = 11 },
        new("APX003", p => Converging(p, 3), p => Converging(p, 2)) { Tooth = 12, Limit = 1, Also = ["APX001", "OUT001"] },
    ];

    // a lower incisor that rises through the gap between the jaws, until it alone meets the upper ones
    private static PlanBuilder Raised(PlanBuilder plan, int trays) => plan.Moves(41, 1, trays, extrusion: 0.24);

    private static PlanBuilder Seated(PlanBuilder plan, double mm) =>
        plan.Move(13, 1, facial: 0.1).Records(r => r with { Centric = CentricSlideLeftTests.Back(mm) });

    private static PlanBuilder Told(PlanBuilder plan, double mm) =>
        plan.Move(13, 1, facial: 0.1).Records(r => r with { Functional = r.Functional! with { CentricShiftMm = mm } });

    private static PlanBuilder WaivedBy(PlanBuilder plan, SignatoryRole role) =>
        plan.Records(r => r with { ScanWaivers = [FaultyScans.WaivedBy(role)] });

    // two neighbours whose roots come together while their crowns stay
    private static PlanBuilder Converging(PlanBuilder plan, int trays) => plan.Moves(12, 1, trays, mesial: 0.19, tip: -1.4).Moves(11, 1, trays, mesial: -0.19, tip: 1.4);
}
