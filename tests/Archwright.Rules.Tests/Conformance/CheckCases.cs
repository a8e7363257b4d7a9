namespace Archwright.Rules.Tests;

/// <summary>Thresholds of the rules: where the rule that holds them speaks and where it is silent.</summary>
internal static class CheckCases
{
    public static IEnumerable<ConformanceCase> All { get; } =
    [
        new("checks.collisionMm", Into(0.12), Into(0.03), "COL001"),
        new("checks.monthlyRateMm", Shift().WearDays(7), Shift().WearDays(14), "MOV013"),
        new("checks.roundTripMm", There(mm: 0.25), There(mm: 0.15), "13"),
        new("checks.roundTripDeg", There(deg: 2.5), There(deg: 1.5), "13"),
        new("checks.iprUnusedMm", Unused(0.2), Unused(0.05), "IPR005"),
        new("checks.iprOpenTrays", IprOpensContactTests.Open(7), IprOpensContactTests.Open(6), "IPR011"),
        new("checks.spaceLackingMm", PastEachOther(15.5), PastEachOther(13.5), "IPR010"),
        new("checks.posteriorExtrusionFreeMm", Rise(3), Rise(2), "14"),
        new("checks.expansionWithoutCbctMm", Apart(1.1), Apart(0.9), "REC002"),
        new("checks.rootMovementWithoutCbctDeg", Torqued(11), Torqued(9), "13"),
        new("checks.busyShare", All5(1), All5(0.04), "STG001"),
        new("checks.mostShare", All5(1), All5(1, movers: 1), "STG001"),
        new("checks.crowdedTraysShare", All5(1), All5(1, quietTrays: 2), "STG001"),
        new("checks.apexDistanceShareMin", RootsConvergeTests.Tipped(4), RootsConvergeTests.Tipped(1), "APX001"),
        new("checks.rootDistanceMm", RootsConvergeTests.Tipped(5), RootsConvergeTests.Tipped(2), "APX003"),
        new("checks.apexPathMm", RootMovedFarTests.Torqued(12), RootMovedFarTests.Torqued(8), "APX002"),
        new("checks.bitePenetrationMm", Deep(1.3), Deep(0.8), "REC007"),
        new("checks.scanAgeDays", ScanTooOldTests.Aged(120).Move(11, 1, facial: 0.1), ScanTooOldTests.Aged(60).Move(11, 1, facial: 0.1), "REC015"),
        new("checks.biteChangeMm", BiteChangedWithoutFunctionalRecordTests.Opened(1.2), BiteChangedWithoutFunctionalRecordTests.Opened(0.8), "CLN002"),
    ];

    // Twelve teeth 1 mm apart; the right half goes to the left and ends past the other by what is over 12 mm.
    private static PlanBuilder PastEachOther(double mm)
    {
        int[] row = [16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26];
        PlanBuilder plan = row.Aggregate(new PlanBuilder(), (p, tooth) => p.Tooth(tooth));
        return row.Where(t => t < 20).Aggregate(plan, (p, tooth) => p.Move(tooth, 1, mesial: mm));
    }

    private static PlanBuilder Into(double mm) => new PlanBuilder().Tooth(11).Tooth(21).Move(11, 1, mesial: 1 + mm);

    private static PlanBuilder Shift() => new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.1);

    private static PlanBuilder There(double mm = 0, double deg = 0) =>
        new PlanBuilder().Tooth(13).Move(13, 1, mesial: mm, rotation: deg).Move(13, 2, mesial: -mm, rotation: -deg);

    private static PlanBuilder Unused(double mm) => new PlanBuilder().Tooth(11).Tooth(21).Ipr(11, 21, mm, 3).Move(11, 3, mesial: 0.1);

    private static PlanBuilder Rise(int trays) => new PlanBuilder().Tooth(14).Moves(14, 1, trays, extrusion: 0.09);

    private static PlanBuilder Apart(double eachMm) =>
        new PlanBuilder().Tooth(13).Tooth(23).Move(13, 1, mesial: -eachMm).Move(23, 1, mesial: -eachMm);

    private static PlanBuilder Torqued(int trays) => new PlanBuilder().Tooth(13).Moves(13, 1, trays, torque: 1);

    private static PlanBuilder All5(double times, int movers = 3, int quietTrays = 0)
    {
        var plan = new PlanBuilder();
        int[] teeth = [13, 23, 33];
        foreach (int fdi in teeth)
            plan.Tooth(fdi);
        for (int k = 1; k <= 4; k++)
        {
            foreach (int fdi in teeth.Take(k <= quietTrays ? 1 : movers))
                plan.Move(fdi, k, 0.1 * times, 0.1 * times, -0.1 * times, 1 * times, 1 * times, 0.5 * times);
        }

        return plan;
    }

    private static PlanBuilder Deep(double mm) => new PlanBuilder().Tooth(11).Tooth(41).Sunk(11, mm).Move(11, 1, facial: 0.1);
}
