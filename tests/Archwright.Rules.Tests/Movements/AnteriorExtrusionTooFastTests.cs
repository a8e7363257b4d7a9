namespace Archwright.Rules.Tests;

public class AnteriorExtrusionTooFastTests
{
    [Fact]
    public void An_incisor_extruded_by_more_than_a_quarter_millimetre_is_found()
    {
        RuleRun.ShownOnPage<AnteriorExtrusionTooFast>(new PlanBuilder().Tooth(12).Move(12, 1, extrusion: 0.26)).Limit.ShouldBe(0.25);
    }

    [Fact]
    public void A_quarter_millimetre_is_not()
    {
        RuleRun.Of<AnteriorExtrusionTooFast>(new PlanBuilder().Tooth(12).Move(12, 1, extrusion: 0.25)).ShouldBeEmpty();
    }

    [Fact]
    public void Intrusion_is_another_rules_business()
    {
        RuleRun.Of<AnteriorExtrusionTooFast>(new PlanBuilder().Tooth(12).Move(12, 1, extrusion: -0.5)).ShouldBeEmpty();
    }
}
