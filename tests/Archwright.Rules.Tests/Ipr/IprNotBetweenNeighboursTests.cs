using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprNotBetweenNeighboursTests
{
    [Fact]
    public void A_tooth_between_them_is_found()
    {
        RuleRun.ShownOnPage<IprNotBetweenNeighbours>(
            new PlanBuilder().Tooth(13).Tooth(12).Tooth(11).Ipr(13, 11, 0.2, 3)).Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void Neighbours_across_the_midline_and_across_a_missing_tooth_are_not()
    {
        RuleRun.Of<IprNotBetweenNeighbours>(
            new PlanBuilder().Tooth(13).Tooth(11).Tooth(21).Ipr(11, 21, 0.2, 3).Ipr(13, 11, 0.2, 3)).ShouldBeEmpty();
    }

    [Fact]
    public void What_nobody_can_do_is_found()
    {
        PlanBuilder Base() => new PlanBuilder().Tooth(11).Tooth(21).Tooth(31).Stages(3);

        RuleRun.Of<IprNotBetweenNeighbours>(Base().Ipr(11, 11, 0.2, 3)).ShouldHaveSingleItem();
        RuleRun.Of<IprNotBetweenNeighbours>(Base().Ipr(11, 99, 0.2, 3)).ShouldHaveSingleItem();
        RuleRun.Of<IprNotBetweenNeighbours>(Base().Ipr(11, 12, 0.2, 3)).ShouldHaveSingleItem();
        RuleRun.Of<IprNotBetweenNeighbours>(Base().Ipr(21, 31, 0.2, 3)).ShouldHaveSingleItem();
        RuleRun.Of<IprNotBetweenNeighbours>(Base().Ipr(11, 21, 0, 3)).ShouldHaveSingleItem();
        RuleRun.Of<IprNotBetweenNeighbours>(Base().Ipr(11, 21, 0.2, 0)).ShouldHaveSingleItem();
    }
}
