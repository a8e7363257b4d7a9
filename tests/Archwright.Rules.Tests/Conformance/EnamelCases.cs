namespace Archwright.Rules.Tests;

/// <summary>IPR: timing, caps per contact, tooth and arch.</summary>
internal static class EnamelCases
{
    public static IEnumerable<ConformanceCase> All { get; } =
    [
        new("ipr.earliestStage", Contact(0.2, 2), Contact(0.2, 3), "stage 2"),
        new("ipr.maxPerContactMm", Contact(0.31, 3), Contact(0.3, 3), "11–21"),
        new("ipr.archWarnMm", Arch(0.41), Arch(0.4), "upper"),
        new("ipr.archBlockMm", Arch(0.51), Arch(0.5), "upper"),
        new("ipr.enamelPerToothMm", BothSides(0.61), BothSides(0.6), "tooth 11"),
    ];

    private static PlanBuilder Contact(double mm, int stage) => new PlanBuilder().Tooth(11).Tooth(21).Ipr(11, 21, mm, stage);

    private static PlanBuilder BothSides(double mm) => new PlanBuilder().Tooth(12).Tooth(11).Tooth(21).Ipr(12, 11, mm, 3).Ipr(11, 21, mm, 3);

    // ten contacts of one arch
    private static PlanBuilder Arch(double mm)
    {
        int[] row = [16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25];
        PlanBuilder plan = row.Aggregate(new PlanBuilder(), (p, fdi) => p.Tooth(fdi));
        return row.Zip(row.Skip(1)).Aggregate(plan, (p, pair) => p.Ipr(pair.First, pair.Second, mm, 3))
            .Prefer(p => p with { Ipr = p.Ipr with { MaxPerContactMm = 1, EnamelPerToothMm = 1 } });
    }
}
