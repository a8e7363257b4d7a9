namespace Archwright.Rules.Tests;

/// <summary>Movements per tray and per month, collisions, roots.</summary>
internal static class SeededMovements
{
    public static IEnumerable<SeededViolation> All { get; } =
    [
        new("MOV001", p => p.TurnAbout(11, 1, 18, torque: 2.6), p => p.TurnAbout(11, 1, 18, torque: 2.5)) { Tooth = 11, Stage = 1, Measured = 2.6, Limit = 2.5 },
        new("MOV002", p => p.Move(11, 2, rotation: 2.1), p => p.Move(11, 2, rotation: 2)) { Tooth = 11, Stage = 2, Measured = 2.1, Limit = 2 },
        new("MOV003", p => p.Move(13, 3, rotation: 1.6), p => p.Move(13, 3, rotation: 1.5)) { Tooth = 13, Stage = 3, Measured = 1.6, Limit = 1.5 },
        new("MOV004", p => p.Move(26, 1, rotation: 2.1), p => p.Move(26, 1, rotation: 2)) { Tooth = 26, Stage = 1, Measured = 2.1, Limit = 2 },
        new("MOV005", p => p.Move(12, 1, extrusion: 0.26), p => p.Move(12, 1, extrusion: 0.25)) { Tooth = 12, Stage = 1, Measured = 0.26, Limit = 0.25, Also = ["MOV011"] },
        new("MOV006", p => Pulled(p, 0.22), p => Pulled(p, 0.2)) { Tooth = 36, Stage = 1, Measured = 0.22, Limit = 0.2 },
        new("MOV007", p => p.Moves(14, 1, 2, extrusion: 0.11), p => p.Moves(14, 1, 2, extrusion: 0.1)) { Tooth = 14, Stage = 2, Measured = 0.22, Limit = 0.2 },
        new("MOV008", p => p.Move(43, 1, tip: -1.6), p => p.Move(43, 1, tip: -1.5)) { Tooth = 43, Stage = 1, Measured = 1.6, Limit = 1.5 },
        new("MOV009", p => p.Move(21, 1, torque: 1.1), p => p.Move(21, 1, torque: 1)) { Tooth = 21, Stage = 1, Measured = 1.1, Limit = 1 },
        new("MOV010", p => p.Move(13, 1, facial: 0.21), p => p.Move(13, 1, facial: 0.2)) { Tooth = 13, Stage = 1, Measured = 0.21, Limit = 0.2 },
        new("MOV011", p => p.Move(12, 1, facial: 0.18, extrusion: 0.19), p => p.Move(12, 1, facial: 0.16, extrusion: 0.19)) { Tooth = 12, Stage = 1, Measured = 0.262, Limit = 0.25 },
        new("MOV012", p => p.Move(11, 4, extrusion: -0.21), p => p.Move(11, 4, extrusion: -0.2)) { Tooth = 11, Stage = 4, Measured = 0.21, Limit = 0.2 },
        new("MOV013", p => p.Move(13, 1, facial: 0.1).WearDays(7), p => p.Move(13, 1, facial: 0.1).WearDays(8)) { Measured = 1.087, Limit = 1 },
        new("MOV014", p => Back(p, 0.105), p => Back(p, 0.1)) { Tooth = 11, Measured = 0.21, Limit = 0.2 },
        new("COL001", p => Meeting(p, 0.12), p => Meeting(p, 0.04)) { Tooth = 11, Stage = 1 },
        new("COL002", p => Pulled(p, 0.2, 8), p => Pulled(p, 0.2, 2)) { Limit = 0.05, Also = ["ATT002", "ATT006", "OUT001"] },
        new("APX001", p => Together(p, 6), p => Together(p, 1)) { Tooth = 12, Also = ["ATT002", "CLN005", "COL001", "OUT001"] },
        new("APX002", p => Torqued(p, 8), p => Torqued(p, 5)) { Tooth = 11, Stage = 8, Limit = 1, Also = ["CLN005", "OUT001"] },
    ];

    private static PlanBuilder Pulled(PlanBuilder plan, double mm, int trays = 1) => plan.Moves(36, 1, trays, extrusion: mm).Auxiliary(36, 1, Math.Max(4, trays));

    // the central incisors are set together and one goes on
    private static PlanBuilder Meeting(PlanBuilder plan, double mm) => SeededEnamel.Together(plan).Move(11, 1, mesial: mm);

    private static PlanBuilder Back(PlanBuilder plan, double mm) => plan.Moves(11, 1, 2, facial: 0.19).Moves(11, 3, 4, facial: -mm);

    // the roots of two neighbours go towards each other
    private static PlanBuilder Together(PlanBuilder plan, int trays) => plan.Moves(12, 1, trays, tip: -1.4).Moves(11, 1, trays, tip: 1.4);

    private static PlanBuilder Torqued(PlanBuilder plan, int trays) => plan.Moves(11, 1, trays, torque: 1)
        .Prefer(p => p with { Checks = p.Checks with { ApexPathMm = 1 } });
}
