namespace Archwright.Rules.Tests;

public class RootUprightsTooFastTests
{
    [Fact]
    public void A_root_moved_mesiodistally_by_more_than_1_5_degrees_is_found()
    {
        RuleRun.ShownOnPage<RootUprightsTooFast>(new PlanBuilder().Tooth(43).TurnAbout(43, 1, 0, tip: -1.6)).Limit.ShouldBe(1.5);
    }

    [Fact]
    public void One_and_a_half_are_not()
    {
        RuleRun.Of<RootUprightsTooFast>(new PlanBuilder().Tooth(43).TurnAbout(43, 1, 0, tip: -1.5)).ShouldBeEmpty();
    }

    [Fact]
    public void Crown_tipping_is_another_rules_business()
    {
        RuleRun.Of<RootUprightsTooFast>(new PlanBuilder().Tooth(43).TurnAbout(43, 1, 20, tip: -1.9)).ShouldBeEmpty();
    }
}
