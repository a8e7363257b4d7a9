using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class BiteMissingTests
{
    [Fact]
    public void One_arch_alone_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<BiteMissing>(new PlanBuilder().Tooth(11).WithoutBite());

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
        finding.Message.ShouldContain("no lower arch");
    }

    [Fact]
    public void Two_arches_out_of_bite_are_found()
    {
        RuleRun.Of<BiteMissing>(new PlanBuilder().Tooth(11).Tooth(41).WithoutBite()).ShouldHaveSingleItem()
            .Message.ShouldContain("plausible bite");
    }

    [Fact]
    public void A_bite_is_not()
    {
        RuleRun.Of<BiteMissing>(new PlanBuilder().Tooth(11).Tooth(41)).ShouldBeEmpty();
    }
}
