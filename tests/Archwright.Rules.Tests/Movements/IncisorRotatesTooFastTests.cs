using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IncisorRotatesTooFastTests
{
    [Fact]
    public void An_incisor_rotated_by_more_than_2_degrees_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<IncisorRotatesTooFast>(new PlanBuilder().Tooth(31).Move(31, 1, rotation: -2.1));

        finding.Tooth.ShouldBe(31);
        finding.Measured!.Value.ShouldBe(2.1, 1e-6);
    }

    [Fact]
    public void Two_degrees_are_not()
    {
        RuleRun.Of<IncisorRotatesTooFast>(new PlanBuilder().Tooth(31).Move(31, 1, rotation: -2)).ShouldBeEmpty();
    }

    [Fact]
    public void A_canine_is_not_its_business()
    {
        RuleRun.Of<IncisorRotatesTooFast>(new PlanBuilder().Tooth(33).Move(33, 1, rotation: 4)).ShouldBeEmpty();
    }
}
