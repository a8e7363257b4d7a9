using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RootMovementWithoutCbctTests
{
    [Fact]
    public void A_torque_of_12_degrees_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<RootMovementWithoutCbct>(Torqued(12, RootSource.Template));

        finding.Stage.ShouldBe(12);
        finding.Measured!.Value.ShouldBe(12, 1e-6);
    }

    [Fact]
    public void Ten_degrees_are_not()
    {
        RuleRun.Of<RootMovementWithoutCbct>(Torqued(10, RootSource.Template)).ShouldBeEmpty();
    }

    [Fact]
    public void A_known_root_needs_no_volume()
    {
        RuleRun.Of<RootMovementWithoutCbct>(Torqued(12, RootSource.Cbct)).ShouldBeEmpty();
    }

    [Fact]
    public void A_crown_tipped_about_its_apex_is_not()
    {
        RuleRun.Of<RootMovementWithoutCbct>(new PlanBuilder().Tooth(11).TurnAbout(11, 1, 20, tip: 15)).ShouldBeEmpty();
    }

    private static PlanBuilder Torqued(int trays, RootSource root)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(11, root: root);
        for (int k = 1; k <= trays; k++)
            plan.Move(11, k, torque: 1);
        return plan;
    }
}
