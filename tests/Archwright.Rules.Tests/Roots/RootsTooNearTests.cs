using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RootsTooNearTests
{
    [Fact]
    public void OCC_06_roots_that_come_too_near_on_their_length_are_found_though_their_apices_are_apart()
    {
        Finding finding = RuleRun.ShownOnPage<RootsTooNear>(RootsConvergeTests.Tipped(5));

        (finding.Tooth, finding.Other).ShouldBe((12, 11));
        finding.Measured!.Value.ShouldBeLessThan(1);
        finding.Message.ShouldContain("CBCT");
    }

    [Fact]
    public void Roots_that_stay_apart_or_stood_near_from_the_start_are_not()
    {
        RuleRun.Of<RootsTooNear>(RootsConvergeTests.Tipped(2)).ShouldBeEmpty();
        RuleRun.Of<RootsTooNear>(new PlanBuilder().Tooth(12, 0).Tooth(11, 5.5).Stages(2)).ShouldBeEmpty();
    }
}
