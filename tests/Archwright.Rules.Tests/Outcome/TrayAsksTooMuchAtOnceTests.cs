using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class TrayAsksTooMuchAtOnceTests
{
    [Fact]
    public void Two_movements_at_their_limits_in_one_tray_are_found()
    {
        // VEL-21, VEL-22
        Finding finding = RuleRun.ShownOnPage<TrayAsksTooMuchAtOnce>(new PlanBuilder().Tooth(11).Move(11, 1, rotation: 2, extrusion: -0.2));

        finding.Measured!.Value.ShouldBe(2, 1e-6);
        finding.Stage.ShouldBe(1);
    }

    [Fact]
    public void One_at_its_limit_is_not()
    {
        RuleRun.Of<TrayAsksTooMuchAtOnce>(new PlanBuilder().Tooth(11).Move(11, 1, rotation: 2)).ShouldBeEmpty();
    }
}
