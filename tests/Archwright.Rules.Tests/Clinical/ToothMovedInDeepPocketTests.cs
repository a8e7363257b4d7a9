using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ToothMovedInDeepPocketTests
{
    [Fact]
    public void A_tooth_moved_with_a_pocket_of_5_mm_is_found()
    {
        // CLN-01, CLN-13: tooth and value
        Finding finding = RuleRun.ShownOnPage<ToothMovedInDeepPocket>(Pocket(5).Move(31, 1, facial: 0.2));

        (finding.Tooth, finding.Measured, finding.Limit).ShouldBe((31, 5, 4));
    }

    [Fact]
    public void Four_millimetres_or_a_tooth_that_stands_are_not()
    {
        RuleRun.Of<ToothMovedInDeepPocket>(Pocket(4).Move(31, 1, facial: 0.2)).ShouldBeEmpty();
        RuleRun.Of<ToothMovedInDeepPocket>(Pocket(5).Stages(1)).ShouldBeEmpty();
    }

    [Fact]
    public void The_practice_may_set_the_depth()
    {
        PlanBuilder Over(double limit) =>
            Pocket(5).Move(31, 1, facial: 0.2).Prefer(p => p with { Periodontium = p.Periodontium with { ProbingMm = limit } });

        RuleRun.Of<ToothMovedInDeepPocket>(Over(4.9)).ShouldHaveSingleItem().Limit.ShouldBe(4.9);
        RuleRun.Of<ToothMovedInDeepPocket>(Over(5)).ShouldBeEmpty();
    }

    private static PlanBuilder Pocket(double mm) => new PlanBuilder().Tooth(31)
        .Records(r => HealthyRecords.Charted(r, 31, t => t with { ProbingMm = [3, mm, 3], Bleeding = true }));
}
