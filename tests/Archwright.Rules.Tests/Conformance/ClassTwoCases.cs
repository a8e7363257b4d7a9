using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Class II protocols: the upper right side goes back in turn, or does not.</summary>
internal static class ClassTwoCases
{
    public static IEnumerable<ConformanceCase> All { get; } =
    [
        new("classTwo.strategy", InTurn(premolarFrom: 1, molarFrom: 4), InTurn(premolarFrom: 9, molarFrom: 4), "before the one behind"),
        new("classTwo.nextStartsAtShare", InTurn(molarFrom: 2), InTurn(molarFrom: 3), "16 starts at stage 2"),
        new("classTwo.distalisationMaxMm", Back(13), Back(12), "17"),
        new("classTwo.elastics", InTurn(elastics: false), InTurn(), "no Class II elastics"),
        new("classTwo.biteJumpReason", Jump(""), Jump("growth is over, the condyles are well"), "stage 1"),
    ];

    // 17 goes back 1 mm in trays 1 to 5; by the end of tray 3 it has gone 60 %
    private static PlanBuilder InTurn(int molarFrom = 4, int premolarFrom = 9, bool elastics = true)
    {
        PlanBuilder plan = new PlanBuilder().Molar(17, -54).Molar(16, -43).Tooth(15, -32).Molar(46, -44)
            .Moves(17, 1, 5, mesial: -0.2)
            .Moves(16, molarFrom, molarFrom + 4, mesial: -0.2)
            .Moves(15, premolarFrom, premolarFrom + 4, mesial: -0.2);
        return elastics ? plan.Auxiliary(13, 1, 5, "class-two-elastic").Tooth(13) : plan.Tooth(13);
    }

    private static PlanBuilder Back(int trays) => new PlanBuilder().Molar(17, -54).Molar(16, -43).Moves(17, 1, trays, mesial: -0.2);

    private static PlanBuilder Jump(string reason) => new[] { 44, 43, 34, 33 }
        .Aggregate(new PlanBuilder(), (p, fdi) => p.Tooth(fdi).Move(fdi, 1, facial: 2))
        .Prefer(p => p with { ClassTwo = p.ClassTwo with { Strategy = ClassTwoStrategy.BiteJump, BiteJumpReason = reason } });
}
