using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprTooLateTests
{
    [Fact]
    public void Space_needed_before_its_IPR_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<IprTooLate>(Plan(3));

        (finding.Tooth, finding.Other, finding.Stage).ShouldBe((11, 21, 1));
    }

    [Fact]
    public void IPR_in_time_is_not()
    {
        RuleRun.Of<IprTooLate>(Plan(1)).ShouldBeEmpty();
    }

    private static PlanBuilder Plan(int iprStage) =>
        new PlanBuilder().Tooth(11, -3.5).Tooth(21, 3.5).Move(11, 1, mesial: 0.2).Ipr(11, 21, 0.2, iprStage);
}
