using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class LooseToothLoadedTests
{
    [Fact]
    public void A_tooth_moved_at_grade_2_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<LooseToothLoaded>(Loose(2).Move(31, 1, facial: 0.2));

        (finding.Tooth, finding.Measured).ShouldBe((31, 2));
    }

    [Fact]
    public void Grade_1_or_a_tooth_left_alone_is_not()
    {
        RuleRun.Of<LooseToothLoaded>(Loose(1).Move(31, 1, facial: 0.2)).ShouldBeEmpty();
        RuleRun.Of<LooseToothLoaded>(Loose(3).Stages(1)).ShouldBeEmpty();
    }

    [Fact]
    public void One_that_anchors_others_is_found()
    {
        RuleRun.Of<LooseToothLoaded>(Loose(2).Anchor(31, 1, 1).Stages(1)).ShouldHaveSingleItem().Message.ShouldContain("anchors");
    }

    [Fact]
    public void The_practice_may_set_the_grade()
    {
        RuleRun.Of<LooseToothLoaded>(Loose(1).Move(31, 1, facial: 0.2).Prefer(p => p with { Periodontium = p.Periodontium with { MobilityGrade = 1 } }))
            .ShouldHaveSingleItem().Message.ShouldContain("grade 1 and more");
        RuleRun.Of<LooseToothLoaded>(Loose(2).Move(31, 1, facial: 0.2).Prefer(p => p with { Periodontium = p.Periodontium with { MobilityGrade = 3 } }))
            .ShouldBeEmpty();
    }

    private static PlanBuilder Loose(int grade) => new PlanBuilder().Tooth(31)
        .Records(r => HealthyRecords.Charted(r, 31, t => t with { Mobility = grade }));
}
