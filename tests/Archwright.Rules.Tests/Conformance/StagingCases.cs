using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Staging: patterns, phases and the order within a tooth by when each movement happens.</summary>
internal static class StagingCases
{
    public static IEnumerable<ConformanceCase> All { get; } =
    [
        // both at once is no order: the nearest legal plan starts the second a tray later
        new("staging.pattern", SpaceThenTurn(1, 1), SpaceThenTurn(1, 2), "rotation by stage"),
        // alignment takes five trays: the last may be the first of the next phase, the fourth may not
        new("staging.phasesInOrder", AlignThenTorque(1, 4), AlignThenTorque(1, 5), "begins at stage 4, when 80 % of align is done"),
        new("staging.phaseOrder", Custom(6, 1), Custom(1, 6), "level half done"),
        new("staging.microOrder", TorqueThenTurn(6, 1), TorqueThenTurn(1, 6), "tooth 13"),
        new("staging.microLeadShare", TorqueThenTurn(1, 2), TorqueThenTurn(1, 3), "starts at stage 2"),
        new("staging.spaceBeforeRotation", TurnAgainst(0.3), TurnAgainst(0), "11 and 21"),
        new("staging.maxStages", Long(13), Long(12), "13 of at most 12"),
        new("staging.collisionToleranceMm", Into(0.08), Into(0.02), "11 and 21"),
    ];

    private static PlanBuilder SpaceThenTurn(int spaceFrom, int turnFrom)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(13).Prefer(p => p with { Staging = p.Staging with { Pattern = MacroPattern.SpaceFirst } });
        for (int k = 1; k <= Math.Max(spaceFrom, turnFrom) + 4; k++)
            plan.Move(13, k, mesial: InFiveFrom(spaceFrom, k) ? -0.2 : 0, rotation: InFiveFrom(turnFrom, k) ? 1 : 0);
        return plan;
    }

    private static PlanBuilder AlignThenTorque(int alignFrom, int torqueFrom) => new PlanBuilder().Tooth(13).Tooth(23)
        .Moves(13, alignFrom, alignFrom + 4, rotation: 1).TurnsAbout(23, torqueFrom, torqueFrom + 4, 0, torque: 1);

    private static PlanBuilder Custom(int levelFrom, int alignFrom) => new PlanBuilder().Tooth(13).Tooth(23)
        .Moves(13, levelFrom, levelFrom + 4, extrusion: -0.1).Moves(23, alignFrom, alignFrom + 4, rotation: 1)
        .Prefer(p => p with { Staging = p.Staging with { Pattern = MacroPattern.Custom } });

    // torque in five trays; when 13 turns from stage 3 on, three of them are done by the end of that tray
    private static PlanBuilder TorqueThenTurn(int torqueFrom, int turnFrom)
    {
        var plan = new PlanBuilder().Tooth(13);
        for (int k = 1; k <= Math.Max(torqueFrom, turnFrom) + 4; k++)
            plan.Move(13, k, torque: InFiveFrom(torqueFrom, k) ? 1 : 0, rotation: InFiveFrom(turnFrom, k) ? 1 : 0);
        return plan;
    }

    private static bool InFiveFrom(int first, int stage) => stage >= first && stage < first + 5;

    // two incisors a millimetre apart come together while one turns
    private static PlanBuilder TurnAgainst(double intoMm) => new PlanBuilder().Tooth(11).Tooth(21)
        .Move(11, 1, mesial: 1 + intoMm, rotation: 0.2);

    private static PlanBuilder Into(double mm) => new PlanBuilder().Tooth(11).Tooth(21).Move(11, 1, mesial: 1 + mm);

    private static PlanBuilder Long(int trays) => new PlanBuilder().Tooth(13).Stages(trays)
        .Prefer(p => p with { Staging = p.Staging with { MaxStages = 12 } });
}
