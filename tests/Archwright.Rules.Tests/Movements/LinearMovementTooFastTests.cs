namespace Archwright.Rules.Tests;

public class LinearMovementTooFastTests
{
    [Fact]
    public void A_displacement_over_a_quarter_millimetre_is_found_though_its_parts_are_under()
    {
        RuleRun.ShownOnPage<LinearMovementTooFast>(
            new PlanBuilder().Tooth(11).Move(11, 1, mesial: 0.18, extrusion: 0.2)).Measured!.Value.ShouldBe(0.269, 1e-3);
    }

    [Fact]
    public void A_quarter_millimetre_is_not()
    {
        // VEL-04: the general linear limit is 0.25 mm a tray
        RuleRun.Of<LinearMovementTooFast>(new PlanBuilder().Tooth(11).Move(11, 1, mesial: 0.15, extrusion: 0.2)).ShouldBeEmpty();
    }
}
