using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RootMovedFarTests
{
    [Fact]
    public void OCC_06_an_apex_that_travels_more_than_three_millimetres_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<RootMovedFar>(Torqued(12));

        finding.Tooth.ShouldBe(11);
        finding.Limit.ShouldBe(3);
    }

    [Fact]
    public void A_shorter_way_is_not() => RuleRun.Of<RootMovedFar>(Torqued(8)).ShouldBeEmpty();

    internal static PlanBuilder Torqued(int trays)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(11);
        for (int k = 1; k <= trays; k++)
            plan.TurnAbout(11, k, 0, torque: 0.9);
        return plan;
    }
}
