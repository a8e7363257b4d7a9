namespace Archwright.Rules.Tests;

public class TorqueTooFastTests
{
    [Fact]
    public void A_root_torqued_by_more_than_1_degree_is_found()
    {
        // VEL-06: torque has a cap of its own, as extrusion has (MOV005)
        RuleRun.ShownOnPage<TorqueTooFast>(new PlanBuilder().Tooth(21).TurnAbout(21, 1, 0, torque: 1.1)).Limit.ShouldBe(1.0);
    }

    [Fact]
    public void One_degree_is_not()
    {
        RuleRun.Of<TorqueTooFast>(new PlanBuilder().Tooth(21).TurnAbout(21, 1, 0, torque: 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Tipping_the_crown_facially_is_another_rules_business()
    {
        RuleRun.Of<TorqueTooFast>(new PlanBuilder().Tooth(21).TurnAbout(21, 1, 20, torque: 2)).ShouldBeEmpty();
    }
}
