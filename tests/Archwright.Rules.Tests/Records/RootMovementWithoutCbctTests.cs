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

    [Fact]
    public void Torque_beyond_the_threshold_asks_for_a_volume_again_on_each_plan_and_a_volume_on_record_answers_it()
    {
        // REC-04: a root that has to be seen and is a template shows as a gap; REC-14, REC-15: torque, judged on the plan as it is
        PlanBuilder plan = new PlanBuilder().Tooth(11).Moves(11, 1, 12, torque: 1);

        RuleRun.Of<RootMovementWithoutCbct>(plan).ShouldHaveSingleItem().Tooth.ShouldBe(11);
        RuleRun.Of<RootMovementWithoutCbct>(plan.Records(r => r with { Cbct = HealthyRecords.File("xrays/volume.nii.gz") })).ShouldBeEmpty();
    }

    private static PlanBuilder Torqued(int trays, RootSource root)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(11, root: root);
        for (int k = 1; k <= trays; k++)
            plan.Move(11, k, torque: 1);
        return plan;
    }
}
