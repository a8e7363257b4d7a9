using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ObjectivesNotMeasurableTests
{
    [Fact]
    public void Straighten_the_teeth_alone_is_found()
    {
        // CLN-07: refused
        Finding finding = RuleRun.ShownOnPage<ObjectivesNotMeasurable>(Plan(new CaseObjectives { Goal = "Straighten the teeth." }));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void One_measurable_target_is_an_objective()
    {
        // CLN-05
        RuleRun.Of<ObjectivesNotMeasurable>(Plan(new CaseObjectives { Goal = "Straighten the teeth.", OverjetMm = 2 })).ShouldBeEmpty();
        RuleRun.Of<ObjectivesNotMeasurable>(Plan(new CaseObjectives
        {
            Targets = [new ObjectiveTarget { Measure = ObjectiveMeasure.IntermolarUpper, Value = 54, Tolerance = 1 }],
        })).ShouldBeEmpty();
    }

    [Fact]
    public void No_objective_at_all_is_found()
    {
        RuleRun.Of<ObjectivesNotMeasurable>(Plan(new CaseObjectives { Arches = "upper" })).ShouldHaveSingleItem();
    }

    private static PlanBuilder Plan(CaseObjectives objectives) => new PlanBuilder().Tooth(11).Objectives(objectives);
}
