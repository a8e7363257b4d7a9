using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprNotUsedTests
{
    [Fact]
    public void Enamel_between_teeth_that_stay_apart_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<IprNotUsed>(new PlanBuilder().Tooth(11).Tooth(21).Ipr(11, 21, 0.3, 3));

        finding.Measured!.Value.ShouldBe(0.3, 1e-9);
        finding.Message.ShouldContain("open contact"); // IPR-06
    }

    [Fact]
    public void Enamel_that_is_used_but_for_a_tenth_is_not()
    {
        RuleRun.Of<IprNotUsed>(Touching().Ipr(11, 21, 0.3, 3).Move(11, 4, mesial: 0.23)).ShouldBeEmpty();
        RuleRun.Of<IprNotUsed>(Touching().Ipr(11, 21, 0.3, 3).Move(11, 4, mesial: 0.15)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_cut_that_the_scan_shows_uses_no_enamel()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(11, -3.4).Tooth(21, 3.4).Ipr(11, 21, 0.2, 3).Move(11, 4, facial: 0.1);

        RuleRun.Of<IprNotUsed>(plan).ShouldHaveSingleItem();
    }

    private static PlanBuilder Touching() => new PlanBuilder().Tooth(11, -3.5).Tooth(21, 3.5);
}
