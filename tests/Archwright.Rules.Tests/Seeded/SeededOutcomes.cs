using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>What a plan is expected to reach, and what it asks of tissue at once.</summary>
internal static class SeededOutcomes
{
    public static IEnumerable<SeededViolation> All { get; } =
    [
        new("OUT001", p => p.Moves(11, 1, 6, rotation: 1.5), p => p.Moves(11, 1, 2, rotation: 1.5)) { Tooth = 11, Limit = 2 },
        new("OUT002", p => p.Moves(26, 1, 22, facial: 0.19), p => p.Moves(26, 1, 6, facial: 0.19)) { Tooth = 26, Also = ["APX002", "ATT002", "COL002", "OUT001", "REC002"] },
        new("OUT003", p => Forward(p, 8), p => Forward(p, 1)) { Limit = 0.5, Also = ["CLN005", "OUT001"] },
        new("OUT004", p => Thin(p, 3), p => Thin(p, 2)) { Tooth = 31 },
        new("OUT005", p => p.Move(11, 1, rotation: 2, extrusion: -0.2), p => p.Move(11, 1, rotation: 2)) { Tooth = 11, Stage = 1, Measured = 2, Limit = 1.5 },
    ];

    private static PlanBuilder Forward(PlanBuilder plan, int trays) => plan.Moves(11, 1, trays, facial: 0.19).Moves(21, 1, trays, facial: 0.19)
        .Wanting(o => o with { OverjetMm = o.OverjetMm + (0.19 * trays) });

    private static PlanBuilder Thin(PlanBuilder plan, int trays) => plan.Moves(31, 1, trays, facial: 0.19)
        .Conditions(new ToothConditionEntry { Fdi = 31, Condition = ToothCondition.ThinBiotype });
}
