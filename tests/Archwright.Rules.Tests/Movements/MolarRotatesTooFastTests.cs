namespace Archwright.Rules.Tests;

public class MolarRotatesTooFastTests
{
    [Fact]
    public void A_molar_rotated_by_more_than_2_degrees_is_found()
    {
        RuleRun.ShownOnPage<MolarRotatesTooFast>(new PlanBuilder().Tooth(26).Move(26, 1, rotation: 2.1)).Tooth.ShouldBe(26);
    }

    [Fact]
    public void Two_degrees_are_not()
    {
        RuleRun.Of<MolarRotatesTooFast>(new PlanBuilder().Tooth(26).Move(26, 1, rotation: 2)).ShouldBeEmpty();
    }
}
