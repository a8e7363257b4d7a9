using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Anchorage, sequence, the plan against its target and its preferences.</summary>
internal static class SeededSequences
{
    private static readonly int[] Front = [12, 11, 21, 22];
    private static readonly int[] AllButOne = [16, 14, 13, 12, 11, 21, 22, 23, 24];
    private static readonly int[] All16 = [.. AllButOne, 26, 36, 32, 31, 41, 42, 43];

    public static IEnumerable<SeededViolation> All { get; } =
    [
        new("ANC001", p => p.Moves(16, 1, 2, facial: 0.16).Anchors(1, 3, 16), p => p.Moves(16, 1, 2, facial: 0.14).Anchors(1, 3, 16))
        {
            Tooth = 16, Stage = 2, Measured = 0.32, Limit = 0.3,
        },
        new("ANC002", p => p.Strategy(ClassTwoStrategy.BiteJump, PatientGroup.Adult), p => p.Strategy(ClassTwoStrategy.BiteJump, PatientGroup.Teen)),
        new("ANC003", p => Loaded(p, AllButOne), p => Loaded(p, Front)) { Stage = 1, Limit = 1 },
        new("STG001", p => Busy(p, 3), p => Busy(p, 1)) { Measured = 1, Limit = 0.75 },
        new("STG002", p => p.Move(13, 1, facial: 0.1), p => p.Move(13, 1, facial: 0.1).Event(13, "start", 1, 4)) { Tooth = 13, Stage = 1 },
        new("STG003", p => Implant(p).Move(14, 2, facial: 0.1), p => Implant(p).Move(24, 2, facial: 0.1)) { Tooth = 14, Stage = 2 },
        new("STG004", p => p.WearDays(0), p => p.WearDays(1)) { Stage = 1 },
        new("PLN001", p => p.Shortfall("space-lacking", "Upper arch: 1.2 mm of space are lacking."), p => p),
        new("PLN002", p => Bodily(p, 0.3), p => Bodily(p, 0.2)) { Measured = 0.3, Limit = 0.2 },
        new("OVC001", p => Turned(p, 1.6), p => Turned(p, 1.35)) { Tooth = 41, Measured = 0.2 },
        new("OVC002", p => Tipped(p, 3), p => Tipped(p, 1)) { Measured = 1, Also = ["OVC001"] },
        new("OVC003", p => AllTurn(p), p => AllTurn(p).Prefer(o => o with { Velocity = o.Velocity with { LinearMm = 0.2 } })) { Also = ["OUT001"] },
    ];

    private static PlanBuilder Loaded(PlanBuilder plan, int[] movers) =>
        movers.Aggregate(plan, (p, tooth) => p.Move(tooth, 1, facial: 0.19)).Anchors(1, 2, 26);

    // every tooth makes every kind of movement, each over a twentieth of its limit; in the other trays one tooth moves
    private static PlanBuilder Busy(PlanBuilder plan, int crowded)
    {
        foreach (int tooth in All16)
            plan.Moves(tooth, 1, crowded, facial: 0.015, extrusion: -0.015, rotation: 0.15, tip: 0.12, torque: 0.08);
        return crowded < 3 ? plan.Moves(13, crowded + 1, 3, facial: 0.1) : plan;
    }

    private static PlanBuilder Implant(PlanBuilder plan) => plan.Restricted(14, ToothRestriction.Implant);

    private static PlanBuilder Bodily(PlanBuilder plan, double mm) =>
        plan.Move(13, 1, facial: 0.1).Prefer(p => p with { Velocity = p.Velocity with { BodilyMm = mm } });

    // a lower incisor, whose flat root needs no overcorrection, turned beyond 8°
    private static PlanBuilder Turned(PlanBuilder plan, double deg) => plan.Moves(41, 1, 6, rotation: deg).Clinical(41, rotation: 8);

    private static PlanBuilder Tipped(PlanBuilder plan, int beyond)
    {
        int[] teeth = [41, 31, 32];
        for (int i = 0; i < teeth.Length; i++)
            plan.Moves(teeth[i], 1, 6, rotation: i < beyond ? 1.6 : 1.35).Clinical(teeth[i], rotation: 8);
        return plan;
    }

    private static PlanBuilder AllTurn(PlanBuilder plan) =>
        new[] { 12, 11, 21, 22, 32, 31, 41, 42 }.Aggregate(plan, (p, tooth) => p.Moves(tooth, 1, 3, rotation: 1.6));
}
