namespace Archwright.Rules.Tests;

public class TargetNotReachedTests
{
    [Fact]
    public void A_shortfall_is_found()
    {
        RuleRun.ShownOnPage<TargetNotReached>(
            new PlanBuilder().Tooth(11).Shortfall("space-lacking", "Upper arch: 1.2 mm of space are lacking after IPR.")).Rule.ShouldBe("PLN001");
    }

    [Fact]
    public void A_plan_that_reaches_its_target_is_not()
    {
        RuleRun.Of<TargetNotReached>(new PlanBuilder().Tooth(11)).ShouldBeEmpty();
    }
}
