using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ToothMovesThereAndBackTests
{
    [Fact]
    public void A_tooth_that_goes_back_by_more_than_two_tenths_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<ToothMovesThereAndBack>(There(0.21));

        finding.Stage.ShouldBe(2);
        finding.Measured!.Value.ShouldBe(0.21, 1e-6);
    }

    [Fact]
    public void Two_tenths_are_not()
    {
        RuleRun.Of<ToothMovesThereAndBack>(There(0.2)).ShouldBeEmpty();
    }

    [Fact]
    public void A_long_way_forth_alone_is_not()
    {
        RuleRun.Of<ToothMovesThereAndBack>(new PlanBuilder().Tooth(11).Move(11, 1, mesial: 2).Move(11, 2, mesial: 2)).ShouldBeEmpty();
    }

    [Fact]
    public void Turning_back_counts_in_degrees()
    {
        RuleRun.Of<ToothMovesThereAndBack>(new PlanBuilder().Tooth(11).Move(11, 1, rotation: -3).Move(11, 2, rotation: 2.1))
            .ShouldHaveSingleItem().Unit.ShouldBe("deg");
        RuleRun.Of<ToothMovesThereAndBack>(new PlanBuilder().Tooth(11).Move(11, 1, rotation: -3).Move(11, 2, rotation: 1.9)).ShouldBeEmpty();
    }

    [Fact]
    public void A_detour_that_says_why_is_named()
    {
        RuleRun.Of<ToothMovesThereAndBack>(There(0.4).Event(11, "detour", 2, 3, "makes way for 12")).ShouldHaveSingleItem()
            .Message.ShouldContain("makes way for 12");
    }

    private static PlanBuilder There(double back) => new PlanBuilder().Tooth(11)
        .Move(11, 1, facial: 0.2).Move(11, 2, facial: 0.2).Move(11, 3, facial: -back);
}
