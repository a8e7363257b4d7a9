using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ObjectiveNotMetTests
{
    [Fact]
    public void A_plan_that_ends_at_3_mm_of_overjet_instead_of_2_is_found()
    {
        // CLN-07: scored on the staged poses, unmet ones listed
        Finding finding = RuleRun.ShownOnPage<ObjectiveNotMet>(Overjet(3));

        (finding.Measured!.Value, finding.Limit).ShouldBe((1, 0.5));
    }

    [Fact]
    public void One_that_ends_within_the_tolerance_is_not()
    {
        RuleRun.Of<ObjectiveNotMet>(Overjet(2.4)).ShouldBeEmpty();
    }

    [Fact]
    public void A_tolerance_of_its_own_is_held()
    {
        var target = new ObjectiveTarget { Measure = ObjectiveMeasure.Overjet, Value = 2, Tolerance = 0.2 };

        RuleRun.Of<ObjectiveNotMet>(Incisors(2.4).Objectives(new CaseObjectives { Targets = [target] })).ShouldHaveSingleItem();
    }

    [Fact]
    public void What_cannot_be_measured_is_listed_as_not_met_and_is_no_finding()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(11).WithoutBite().Objectives(new CaseObjectives { OverjetMm = 2 });

        RuleRun.Of<ObjectiveNotMet>(plan).ShouldBeEmpty();
        ImmutableArray<PlanObjective> listed = ObjectiveScores.Listed(plan.Build());
        listed.ShouldHaveSingleItem().Met.ShouldBeFalse();
        listed[0].Planned.ShouldBe("not measurable");
    }

    private static PlanBuilder Overjet(double mm) => Incisors(mm).Objectives(new CaseObjectives { OverjetMm = 2 });

    private static PlanBuilder Incisors(double forwardMm) => new PlanBuilder()
        .Tooth(11).Tooth(21).Tooth(31).Tooth(41).Move(11, 1, facial: forwardMm).Move(21, 1, facial: forwardMm);
}
