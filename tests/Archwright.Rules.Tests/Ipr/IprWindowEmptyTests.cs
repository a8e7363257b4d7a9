using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprWindowEmptyTests
{
    [Fact]
    public void IPR_07_space_needed_before_IPR_is_allowed_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<IprWindowEmpty>(Plan(1));

        (finding.Tooth, finding.Other, finding.Stage).ShouldBe((11, 21, 1));
    }

    [Fact]
    public void IPR_05_a_contact_needed_from_the_earliest_stage_on_is_not()
    {
        RuleRun.Of<IprWindowEmpty>(Plan(3)).ShouldBeEmpty();
    }

    private static PlanBuilder Plan(int needed) =>
        new PlanBuilder().Tooth(11, -3.5).Tooth(21, 3.5).Move(11, needed, mesial: 0.2).Ipr(11, 21, 0.2, 3);
}
