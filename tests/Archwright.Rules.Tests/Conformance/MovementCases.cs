namespace Archwright.Rules.Tests;

/// <summary>Movement velocities and wear: at a limit and just over it.</summary>
internal static class MovementCases
{
    public static IEnumerable<ConformanceCase> All { get; } =
    [
        // crown tipping: a turn about a point a third of the way down the root leaves the apex nearly still
        new("velocity.crownTippingIncisorDeg", Tipping(11, 2.6), Tipping(11, 2.5), "11, stage 1"),
        new("velocity.crownTippingOtherDeg", Tipping(14, 2.1), Tipping(14, 2.0), "14, stage 1"),
        new("velocity.rotationIncisorDeg", Turn(11, 2.1), Turn(11, 2.0), "11, stage 1"),
        new("velocity.rotationCaninePremolarDeg", Turn(13, 1.6), Turn(13, 1.5), "13, stage 1"),
        new("velocity.rotationMolarDeg", Turn(16, 2.1), Turn(16, 2.0), "16, stage 1"),
        new("velocity.extrusionAnteriorMm", Rise(11, 0.26), Rise(11, 0.25), "11, stage 1"),
        new("velocity.extrusionPosteriorWithAuxiliariesMm", Rise(14, 0.21), Rise(14, 0.2), "14, stage 1"),
        new("velocity.intrusionMm", Rise(11, -0.21), Rise(11, -0.2), "11, stage 1"),
        // root movement: a turn about the crown's point moves the apex alone
        new("velocity.rootUprightingDeg", Root(13, tip: 1.6), Root(13, tip: 1.5), "13, stage 1"),
        new("velocity.torqueDeg", Root(13, torque: 1.1), Root(13, torque: 1.0), "13, stage 1"),
        new("velocity.bodilyMm", Shift(13, 0.21), Shift(13, 0.2), "13, stage 1"),
        new("velocity.linearMm", Slant(0.18), Slant(0.16), "13, stage 1"),
        new("wear.perTrayDays", Shift(13, 0.1).WearDays(10), Shift(13, 0.1).WearDays(14), "10 days"),
    ];

    private static PlanBuilder Tipping(int fdi, double deg) => new PlanBuilder().Tooth(fdi).TurnAbout(fdi, 1, 20, torque: deg);

    private static PlanBuilder Turn(int fdi, double deg) => new PlanBuilder().Tooth(fdi).Move(fdi, 1, rotation: deg);

    private static PlanBuilder Rise(int fdi, double mm) => new PlanBuilder().Tooth(fdi).Move(fdi, 1, extrusion: mm);

    private static PlanBuilder Root(int fdi, double tip = 0, double torque = 0) => new PlanBuilder().Tooth(fdi).TurnAbout(fdi, 1, 0, tip, torque);

    private static PlanBuilder Shift(int fdi, double mm) => new PlanBuilder().Tooth(fdi).Move(fdi, 1, mesial: mm);

    // out of the bone and along the arch at once: each within its limit, together over the linear one
    private static PlanBuilder Slant(double mm) => new PlanBuilder().Tooth(13).Move(13, 1, mesial: mm, extrusion: 0.19);
}
