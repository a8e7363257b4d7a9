using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprBeforeEarliestStageTests
{
    [Fact]
    public void Stage_2_is_too_early()
    {
        Finding finding = RuleRun.ShownOnPage<IprBeforeEarliestStage>(new PlanBuilder().Tooth(42).Tooth(41).Ipr(41, 42, 0.2, 2));

        (finding.Tooth, finding.Other).ShouldBe((42, 41));
    }

    [Fact]
    public void Stage_3_is_not()
    {
        RuleRun.Of<IprBeforeEarliestStage>(new PlanBuilder().Tooth(42).Tooth(41).Ipr(41, 42, 0.2, 3)).ShouldBeEmpty();
    }
}
