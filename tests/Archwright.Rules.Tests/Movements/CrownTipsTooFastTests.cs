using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class CrownTipsTooFastTests
{
    [Fact]
    public void An_incisor_tipped_by_more_than_2_5_degrees_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<CrownTipsTooFast>(new PlanBuilder().Tooth(11).TurnAbout(11, 1, 20, tip: 2.6));

        finding.Tooth.ShouldBe(11);
        finding.Stage.ShouldBe(1);
        finding.Measured!.Value.ShouldBe(2.6, 1e-6);
        finding.Limit.ShouldBe(2.5);
    }

    [Fact]
    public void An_incisor_tipped_by_2_5_degrees_is_not()
    {
        RuleRun.Of<CrownTipsTooFast>(new PlanBuilder().Tooth(11).TurnAbout(11, 1, 20, tip: 2.5)).ShouldBeEmpty();
    }

    [Fact]
    public void Other_teeth_have_their_own_limit()
    {
        RuleRun.Of<CrownTipsTooFast>(new PlanBuilder().Tooth(14).TurnAbout(14, 1, 20, torque: 2.1)).ShouldHaveSingleItem();
        RuleRun.Of<CrownTipsTooFast>(new PlanBuilder().Tooth(14).TurnAbout(14, 1, 20, torque: 2.0)).ShouldBeEmpty();
    }

    [Fact]
    public void Root_movement_is_another_rules_business()
    {
        RuleRun.Of<CrownTipsTooFast>(new PlanBuilder().Tooth(11).TurnAbout(11, 1, 0, tip: 5)).ShouldBeEmpty();
    }
}
