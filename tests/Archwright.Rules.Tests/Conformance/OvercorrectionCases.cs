using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Overcorrection: the last stage against the clinical target, share by share.</summary>
internal static class OvercorrectionCases
{
    public static IEnumerable<ConformanceCase> All { get; } =
    [
        new("overcorrection.policy", Turned(13, 1.25, OvercorrectionPolicy.None), Turned(13, 1, OvercorrectionPolicy.None), "13"),
        new("overcorrection.rotationIncisorShare", Turned(11, 1.25), Turned(11, 1.125), "11"),
        new("overcorrection.rotationCaninePremolarShare", Turned(13, 1.4), Turned(13, 1.25), "13"),
        new(
            "overcorrection.extrusionAnteriorShare",
            Wanted(new PlanBuilder().Tooth(11).Moves(11, 1, 10, extrusion: 0.14).Clinical(11, extrusion: 1)),
            Wanted(new PlanBuilder().Tooth(11).Moves(11, 1, 10, extrusion: 0.1275).Clinical(11, extrusion: 1)),
            "extrusion of 11"),
        new("overcorrection.rootUprightingShare", Uprighted(1.4), Uprighted(1.2), "root uprighting of 13"),
        new("overcorrection.bodilyShare", Shifted(1.3), Shifted(1.175), "along the arch of 13"),
        new("overcorrection.easyShare", Tipped(1.2), Tipped(1), "14"),
    ];

    private static PlanBuilder Turned(int fdi, double times, OvercorrectionPolicy policy = OvercorrectionPolicy.Targeted) => Wanted(
        new PlanBuilder().Tooth(fdi).Moves(fdi, 1, 10, rotation: times).Clinical(fdi, rotation: 10), policy);

    // the crown's point stands, the apex goes
    private static PlanBuilder Uprighted(double times) => Wanted(
        new PlanBuilder().Tooth(13).Move(13, 1, mesial: -times * 12 * Math.Sin(Math.PI / 36), tip: 5 * times)
            .Clinical(13, mesial: -12 * Math.Sin(Math.PI / 36), tip: 5));

    private static PlanBuilder Shifted(double times) =>
        Wanted(new PlanBuilder().Tooth(13).Moves(13, 1, 10, mesial: 0.1 * times).Clinical(13, mesial: 1));

    // the crown goes facially, the apex stays
    private static PlanBuilder Tipped(double times) => Wanted(
        new PlanBuilder().Tooth(14).Move(14, 1, facial: times * 8 * Math.Sin(Math.PI / 36), torque: 5 * times)
            .Clinical(14, facial: 8 * Math.Sin(Math.PI / 36), torque: 5));

    private static PlanBuilder Wanted(PlanBuilder plan, OvercorrectionPolicy policy = OvercorrectionPolicy.Targeted) =>
        plan.Prefer(p => p with { Overcorrection = p.Overcorrection with { Policy = policy } });
}
