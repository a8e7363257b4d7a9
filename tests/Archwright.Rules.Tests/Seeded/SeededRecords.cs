using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Records, clinical findings, objectives.</summary>
internal static class SeededRecords
{
    private static readonly RecordItem Front = HealthyRecords.File("photos/front.jpg");

    public static IEnumerable<SeededViolation> All { get; } =
    [
        new("REC001", p => p.WithoutBite(), p => p),
        new("REC002", p => Spread(p, 0.19, 6), p => Spread(p, 0.19, 5)) { Tooth = 14, Limit = 2, Also = ["OUT001"] },
        new("REC003", p => p.Moves(11, 1, 11, torque: 1), p => p.Moves(11, 1, 10, torque: 1)) { Tooth = 11, Stage = 11, Measured = 11, Limit = 10, Also = ["ATT002", "CLN005", "OUT001", "OUT003"] },
        new("REC004", p => p.Gap("crown-hole", "a hole in 24", 24), p => p.Gap("crown-mostly-inferred", "most of 24 is inferred", 24)) { Tooth = 24 },
        new("REC005", p => p.Move(13, 1, facial: 0.1), p => p),
        new("REC006", p => p.Gap("crown-mostly-inferred", "most of 24 is inferred", 24), p => p) { Tooth = 24 },
        new("REC007", p => p.Shifted(36, z: 2.5), p => p.Shifted(36, z: 1)) { Stage = 0, Limit = 1 },
        new("REC008", p => p.Records(r => r with { Panoramic = HealthyRecords.Absent("machine out of order") }), p => p.Records(r => r with { Panoramic = HealthyRecords.Waived() })),
        new("REC009", p => Photos(p, s => s with { FaceProfile = null }), p => Photos(p, s => s with { FaceProfile = HealthyRecords.Waived() })) { Measured = 1 },
        new("REC010", p => Charted(p, t => t with { ProbingMm = [3, 4.5, 3] }), p => Charted(p, t => t with { ProbingMm = [3, 4, 3] })) { Tooth = 31, Measured = 4.5, Limit = 4 },
        new("REC011", p => Resorbed(p, 11), p => Resorbed(p)) { Tooth = 11 },
        new("REC012", p => Photos(p, s => s with { IntraoralFront = Front with { Fault = "molars cut off" } }), p => Photos(p, s => s with { IntraoralFront = Front })),
        new("REC013", p => p.Records(r => r with { Panoramic = HealthyRecords.Waived() }), p => p),
        new("REC014", p => Waived(p, SignatoryRole.Technician), p => Waived(p, SignatoryRole.TreatingDoctor)) { Also = ["REC008"] },
        new("REC015", p => Aged(p, 91), p => Aged(p, 90)) { Measured = 91, Limit = 90 },
        new("REC016", p => p.Records(r => r with { Face = r.Face! with { SmileArc = null } }), p => p) { Measured = 1 },
        new("REC017", p => p.Records(r => r with { Resorption = null }), p => p) { Measured = 1 },
        new("REC018", p => Spread(p, 0.19, 3), p => Spread(p, 0.03, 3)) { Tooth = 14 },
        new("SEG001", p => p.Gap("segment-border-unsure", "the border of 24 is 38 % sure", 24), p => p) { Tooth = 24 },
        new("CLN001", p => p.Records(r => r with { Periodontal = null }), p => p),
        new("CLN002", p => Opened(p, 3), p => Opened(p, 2)) { Measured = 0.52, Limit = 0.5, Also = ["CLN005"] },
        new("CLN003", p => p.Wanting(_ => new CaseObjectives { Goal = "Straighten the teeth." }), p => p.Wanting(o => new CaseObjectives { Goal = "Straighten the teeth.", OverjetMm = o.OverjetMm })) { Also = ["CLN004"] },
        new("CLN004", p => p.Wanting(o => o with { CanineClass = null }), p => p) { Measured = 1 },
        new("CLN005", p => p.Wanting(o => o with { OverjetMm = o.OverjetMm + 0.6 }), p => p.Wanting(o => o with { OverjetMm = o.OverjetMm + 0.4 })) { Measured = 0.6, Limit = 0.5, Also = ["OUT003"] },
        new("CLN006", p => Moved(p, t => t with { ProbingMm = [3, 5, 3] }), p => Moved(p, t => t with { ProbingMm = [3, 4, 3] })) { Tooth = 31, Measured = 5, Limit = 4, Also = ["REC010"] },
        new("CLN007", p => Moved(p, t => t with { Mobility = 2 }), p => Moved(p, t => t with { Mobility = 1 })) { Tooth = 31, Measured = 2, Also = ["REC010"] },
        new("CLN008", p => Forward(p, 3), p => Forward(p, 2)) { Tooth = 31 },
        new("CLN009", p => Back(p, 12), p => Back(p, 10)) { Limit = 2, Also = ["APX001", "ATT002", "CLN005", "COL001", "COL002", "OCC001", "OUT001", "OUT003"] },
    ];

    private static PlanBuilder Photos(PlanBuilder plan, Func<PhotoSeries, PhotoSeries> change) => plan.Records(r => r with { Photos = change(r.Photos!) });

    private static PlanBuilder Charted(PlanBuilder plan, Func<ToothPeriodontium, ToothPeriodontium> change) => plan.Records(r => HealthyRecords.Charted(r, 31, change));

    private static PlanBuilder Moved(PlanBuilder plan, Func<ToothPeriodontium, ToothPeriodontium> change) => Charted(plan, change).Move(31, 1, facial: -0.1);

    private static PlanBuilder Forward(PlanBuilder plan, int trays) => Charted(plan, t => t with { RecessionMm = 1.5 }).Moves(31, 1, trays, facial: 0.19);

    private static PlanBuilder Spread(PlanBuilder plan, double mm, int trays) => plan.Moves(14, 1, trays, facial: mm).Moves(24, 1, trays, facial: mm);

    private static PlanBuilder Resorbed(PlanBuilder plan, params int[] teeth) => plan.Records(r => r with
    {
        Resorption = new ResorptionHistory { State = RecordState.Present, Teeth = [.. teeth.Select(t => new ToothResorption { Fdi = t, LostMm = 1.5 })] },
    });

    private static PlanBuilder Waived(PlanBuilder plan, SignatoryRole role) => plan.Records(r => r with { LowerIncisors = HealthyRecords.Waived(role) });

    private static PlanBuilder Aged(PlanBuilder plan, int days) => plan.Records(r => r with { Scanned = HealthyRecords.Day.AddDays(-days) }).Move(13, 1, facial: 0.1);

    private static PlanBuilder Opened(PlanBuilder plan, int trays) => plan.Records(r => r with { Functional = null })
        .Moves(11, 1, trays, extrusion: -0.19).Moves(21, 1, trays, extrusion: -0.19)
        .Prefer(p => p with { Checks = p.Checks with { BiteChangeMm = 0.5 } });

    private static PlanBuilder Back(PlanBuilder plan, int trays) => plan.Records(r => r with { Face = r.Face! with { UpperLipToELineMm = -5 } })
        .Moves(11, 1, trays, facial: -0.19).Moves(21, 1, trays, facial: -0.19);
}
