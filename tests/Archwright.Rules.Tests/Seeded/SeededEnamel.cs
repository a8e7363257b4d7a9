namespace Archwright.Rules.Tests;

/// <summary>Enamel reduction: amounts, places, stages; the space of an arch.</summary>
internal static class SeededEnamel
{
    private static readonly int[] Row = [16, 14, 13, 12, 11, 21, 22, 23, 24, 26];

    public static IEnumerable<SeededViolation> All { get; } =
    [
        new("IPR001", p => Closed(p, 0.34, 3, 3), p => Closed(p, 0.3, 3, 3)) { Tooth = 11, Stage = 3, Measured = 0.34, Limit = 0.3 },
        new("IPR002", p => Arch(p, 0.45), p => Arch(p, 0.44)) { Measured = 4.05, Limit = 4, Also = ["IPR005", "PLN002"] },
        new("IPR003", p => Arch(p, 0.56), p => Arch(p, 0.55)) { Measured = 5.04, Limit = 5, Also = ["IPR005", "PLN002"] },
        new("IPR004", p => Closed(p, 0.2, 2, 3), p => Closed(p, 0.2, 3, 3)) { Tooth = 11, Stage = 2, Measured = 2, Limit = 3 },
        new("IPR005", p => p.Ipr(11, 21, 0.3, 3), p => Closed(p, 0.3, 3, 3)) { Tooth = 11, Stage = 3, Measured = 0.3 },
        new("IPR006", p => Closed(p, 0.2, 4, 3), p => Closed(p, 0.2, 3, 3)) { Tooth = 11, Stage = 3, Also = ["COL001"] },
        new("IPR007", p => p.Ipr(13, 11, 0.05, 3), p => p.Ipr(13, 12, 0.05, 3)) { Tooth = 13, Stage = 3 },
        new("IPR008", p => Closed(p, 0.2, 3, 2), p => Closed(p, 0.2, 3, 3)) { Tooth = 11, Stage = 2, Also = ["COL001", "IPR006"] },
        new("IPR009", p => Sides(p, 0.66), p => Sides(p, 0.6)) { Tooth = 11, Measured = 0.66, Limit = 0.6, Also = ["IPR005", "PLN002"] },
        new("IPR011", p => Closed(p, 0.3, 3, 10), p => Closed(p, 0.3, 3, 9)) { Tooth = 11, Stage = 3, Measured = 7, Limit = 6 },
        new("IPR010", p => Past(p, 30), p => Past(p, 1)) { Also = ["COL001", "MOV010", "MOV011", "OUT001", "APX002", "ATT002", "CLN005", "COL002", "OUT003", "REC002"] },
    ];

    // both central incisors come together by the enamel that goes
    private static PlanBuilder Closed(PlanBuilder plan, double mm, int stage, int needed)
    {
        foreach (int tooth in new[] { 11, 21 })
            plan.Move(tooth, needed, mesial: Math.Min((mm + 0.06) / 2, 0.19));
        return Together(plan).Ipr(11, 21, mm, stage);
    }

    /// <summary>Sets the central incisors where they touch.</summary>
    internal static PlanBuilder Together(PlanBuilder plan) => plan.Shifted(11, x: 0.3).Shifted(21, x: -0.3);

    private static PlanBuilder Arch(PlanBuilder plan, double mm) => Row.Zip(Row.Skip(1))
        .Aggregate(plan, (p, pair) => p.Ipr(pair.First, pair.Second, mm, 3))
        .Prefer(p => p with { Ipr = p.Ipr with { MaxPerContactMm = 0.6, EnamelPerToothMm = 1 } });

    private static PlanBuilder Sides(PlanBuilder plan, double mm) => plan.Ipr(12, 11, mm, 3).Ipr(11, 21, mm, 3)
        .Prefer(p => p with { Ipr = p.Ipr with { MaxPerContactMm = 1 } });

    // the right half of the upper arch goes past the left one
    private static PlanBuilder Past(PlanBuilder plan, double mm) =>
        Row.Where(t => t < 20).Aggregate(plan, (p, tooth) => p.Move(tooth, 1, mesial: mm));
}
