using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class BiteJumpInAdultTests
{
    private static readonly int[] Lower = [43, 42, 41, 31, 32, 33];

    [Fact]
    public void ANC_04_a_jump_as_strategy_without_a_reason_is_found()
    {
        RuleRun.ShownOnPage<BiteJumpInAdult>(new PlanBuilder().Tooth(41).Strategy(ClassTwoStrategy.BiteJump, PatientGroup.Adult));
    }

    [Fact]
    public void ANC_04_a_whole_jaw_that_shifts_in_one_stage_is_found_whatever_the_plan_says()
    {
        Finding finding = RuleRun.Of<BiteJumpInAdult>(Shifted(0.8)).ShouldHaveSingleItem();

        finding.Stage.ShouldBe(2);
        finding.Measured!.Value.ShouldBe(0.8, 1e-3);
    }

    [Fact]
    public void ANC_04_a_jump_shared_among_trays_is_one_all_the_same()
    {
        // ANC-04: a change of the bite without movement of teeth against each other
        PlanBuilder Creeping(double mm) => Lower.Aggregate(new PlanBuilder(), (p, tooth) => p.Tooth(tooth).Moves(tooth, 1, 4, facial: mm / 4));
        Finding finding = RuleRun.Of<BiteJumpInAdult>(Creeping(0.6)).ShouldHaveSingleItem();

        finding.Message.ShouldContain("in stages 1 to 4");
        RuleRun.Of<BiteJumpInAdult>(Creeping(0.45)).ShouldBeEmpty();
    }

    [Fact]
    public void An_ordered_jump_a_growing_patient_and_a_tray_for_all_teeth_are_not()
    {
        RuleRun.Of<BiteJumpInAdult>(Shifted(0.2)).ShouldBeEmpty();
        RuleRun.Of<BiteJumpInAdult>(Shifted(0.8).Strategy(ClassTwoStrategy.BiteJump, PatientGroup.Teen)).ShouldBeEmpty();
        RuleRun.Of<BiteJumpInAdult>(Shifted(0.8).Prefer(p => p with { ClassTwo = p.ClassTwo with { BiteJumpReason = "surgery planned" } })).ShouldBeEmpty();
    }

    private static PlanBuilder Shifted(double mm)
    {
        var plan = new PlanBuilder();
        foreach (int tooth in Lower)
            plan.Tooth(tooth).Move(tooth, 2, facial: mm);
        return plan;
    }
}
