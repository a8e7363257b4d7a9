using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RootsConvergeTests
{
    [Fact]
    public void OCC_06_roots_of_neighbours_that_come_together_are_found()
    {
        Finding finding = RuleRun.ShownOnPage<RootsConverge>(Tipped(4));

        (finding.Tooth, finding.Other).ShouldBe((12, 11));
        finding.Message.ShouldContain("CBCT");
    }

    [Fact]
    public void Less_or_what_the_scan_already_showed_is_not()
    {
        RuleRun.Of<RootsConverge>(Tipped(1)).ShouldBeEmpty();
        RuleRun.Of<RootsConverge>(new PlanBuilder().Tooth(12).Tooth(11).ApexMesial(12, 5).Stages(2)).ShouldBeEmpty();
    }

    // turned about the crown, both roots towards each other
    internal static PlanBuilder Tipped(double degrees)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(12).Tooth(11);
        for (int k = 1; k <= 2; k++)
            plan.TurnAbout(12, k, 4, tip: -degrees).TurnAbout(11, k, 4, tip: degrees);
        return plan;
    }
}
