using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ObjectiveUnlikelyTests
{
    [Fact]
    public void An_overjet_that_hangs_on_retraction_is_unlikely()
    {
        // CLN-07
        Finding finding = RuleRun.ShownOnPage<ObjectiveUnlikely>(Retracted(3, overjet: -3));

        finding.Message.ShouldContain("overjet");
        finding.Measured!.Value.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void A_small_movement_keeps_it_within_reach()
    {
        RuleRun.Of<ObjectiveUnlikely>(Retracted(0.4, overjet: -0.4)).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_case_does_not_name_is_no_objective()
    {
        RuleRun.Of<ObjectiveUnlikely>(Retracted(3, overjet: null)).ShouldBeEmpty();
    }

    // The blocks of both jaws stand edge over edge: the overjet at the start is 0.
    private static PlanBuilder Retracted(double mm, double? overjet)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(11).Tooth(21).Tooth(31).Tooth(41)
            .Patient(new PlanPatient { Objectives = new CaseObjectives { OverjetMm = overjet } });
        const int trays = 15;
        for (int k = 1; k <= trays; k++)
            plan.Move(11, k, facial: -mm / trays).Move(21, k, facial: -mm / trays);
        return plan;
    }
}
