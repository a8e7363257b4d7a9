using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class CanineOrPremolarRotatesTooFastTests
{
    [Fact]
    public void A_premolar_rotated_by_more_than_1_5_degrees_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<CanineOrPremolarRotatesTooFast>(
            new PlanBuilder().Tooth(45).Move(45, 1).Move(45, 2, rotation: 1.6));

        finding.Stage.ShouldBe(2);
        finding.Limit.ShouldBe(1.5);
    }

    [Fact]
    public void One_and_a_half_are_not()
    {
        RuleRun.Of<CanineOrPremolarRotatesTooFast>(new PlanBuilder().Tooth(23).Move(23, 1, rotation: 1.5)).ShouldBeEmpty();
    }

    [Fact]
    public void A_milk_molar_is_no_premolar()
    {
        RuleRun.Of<CanineOrPremolarRotatesTooFast>(new PlanBuilder().Tooth(85).Move(85, 1, rotation: 1.9)).ShouldBeEmpty();
    }
}
