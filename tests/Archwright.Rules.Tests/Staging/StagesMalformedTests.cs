using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules.Tests;

public class StagesMalformedTests
{
    [Fact]
    public void A_tooth_off_its_scan_at_stage_0_is_found()
    {
        RuleRun.ShownOnPage<StagesMalformed>(new PlanBuilder().Tooth(11).Move(11, 0, mesial: 0.5).Stages(1)).Stage.ShouldBe(0);
    }

    [Fact]
    public void A_plan_in_order_is_not()
    {
        RuleRun.Of<StagesMalformed>(new PlanBuilder().Tooth(11).Tooth(36).Move(11, 1, mesial: 0.2)).ShouldBeEmpty();
    }

    [Fact]
    public void A_pose_that_is_no_rigid_motion_is_found_and_judged_by_no_other_rule()
    {
        PlanView plan = new PlanBuilder().Tooth(11).Pose(11, 1, new RigidTransform(new Rotation(1, 1, 0, 0), Vec3.Zero)).Build();

        RuleRun.Of<StagesMalformed>(plan).ShouldHaveSingleItem().Stage.ShouldBe(1);
        RuleSet.Evaluate(plan).Where(f => f.Severity == FindingSeverity.Blocker).ShouldHaveSingleItem().Rule.ShouldBe("STG004");
    }

    [Fact]
    public void A_missing_and_an_unknown_tooth_are_found()
    {
        PlanView plan = new PlanBuilder().Tooth(11).Tooth(12).Stages(1).Build();
        PlanView damaged = plan with
        {
            Stages = [plan.Stages[0], plan.Stages[1].Remove(plan.Teeth[0].Id).Add(ToothId.FromFdi(48), RigidTransform.Identity)],
        };

        RuleRun.Of<StagesMalformed>(damaged).Select(f => f.Tooth).ShouldBe([12, 48]);
    }

    [Fact]
    public void No_stage_and_no_wear_are_found()
    {
        PlanView plan = new PlanBuilder().Tooth(11).Stages(1).WearDays(0).Build();

        RuleRun.Of<StagesMalformed>(plan).ShouldHaveSingleItem().Unit.ShouldBe("days");
        RuleRun.Of<StagesMalformed>(plan with { Stages = [], WearDays = [] }).ShouldHaveSingleItem();
        RuleRun.Of<StagesMalformed>(plan with { WearDays = [0] }).ShouldHaveSingleItem();
    }
}
