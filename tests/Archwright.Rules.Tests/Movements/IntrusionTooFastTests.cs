namespace Archwright.Rules.Tests;

public class IntrusionTooFastTests
{
    [Fact]
    public void Four_millimetres_of_intrusion_in_14_trays_are_found_over_all_of_them()
    {
        // VEL-16, the fixture that must always fail.
        PlanBuilder plan = new PlanBuilder().Tooth(11);
        for (int k = 1; k <= 14; k++)
            plan.Move(11, k, extrusion: -4.0 / 14);

        RuleRun.Of<IntrusionTooFast>(plan).ShouldHaveSingleItem().Message.ShouldContain("stages 1–14");
    }

    [Fact]
    public void One_such_tray_is_enough()
    {
        RuleRun.ShownOnPage<IntrusionTooFast>(new PlanBuilder().Tooth(11).Move(11, 1, extrusion: -4.0 / 14)).Limit.ShouldBe(0.2);
    }

    [Fact]
    public void Two_tenths_are_not_found()
    {
        RuleRun.Of<IntrusionTooFast>(new PlanBuilder().Tooth(11).Move(11, 1, extrusion: -0.2)).ShouldBeEmpty();
    }
}
