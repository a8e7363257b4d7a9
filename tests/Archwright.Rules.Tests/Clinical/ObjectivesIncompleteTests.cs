using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ObjectivesIncompleteTests
{
    // CLN-06: the example set: Class I canine, 2 mm, 20 %, coincident
    private static readonly CaseObjectives Example = new()
    {
        CanineClass = "I",
        OverjetMm = 2,
        MidlineMm = 0,
        Targets = [new ObjectiveTarget { Measure = ObjectiveMeasure.OverbiteShare, Value = 20, Tolerance = 10 }],
    };

    [Fact]
    public void Objectives_without_canine_class_and_midlines_are_found()
    {
        RuleRun.ShownOnPage<ObjectivesIncomplete>(Plan(Example with { CanineClass = null, MidlineMm = null })).Measured.ShouldBe(2);
    }

    [Fact]
    public void The_example_set_is_whole()
    {
        RuleRun.Of<ObjectivesIncomplete>(Plan(Example)).ShouldBeEmpty();
    }

    [Fact]
    public void A_class_per_side_is_a_class()
    {
        CaseObjectives sides = Example with
        {
            CanineClass = null,
            Targets =
            [
                .. Example.Targets,
                new ObjectiveTarget { Measure = ObjectiveMeasure.CanineClassRight, Value = 0, Tolerance = 1 },
                new ObjectiveTarget { Measure = ObjectiveMeasure.CanineClassLeft, Value = 3.5, Tolerance = 1 },
            ],
        };

        RuleRun.Of<ObjectivesIncomplete>(Plan(sides)).ShouldBeEmpty();
    }

    private static PlanBuilder Plan(CaseObjectives objectives) => new PlanBuilder().Tooth(11).Tooth(41).Objectives(objectives);
}
