using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprArchTotalBeyondLimitTests
{
    [Fact]
    public void More_than_5_mm_in_an_arch_blocks()
    {
        // IPR-04: over 5 mm blocks; the written justification is the treating doctor's waiver (CHK-07), which this rule allows
        new IprArchTotalBeyondLimit().Info.MayBeWaived.ShouldBeTrue();
        Finding finding = RuleRun.ShownOnPage<IprArchTotalBeyondLimit>(IprPlans.Contacts(17));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
        finding.Limit.ShouldBe(5);
    }

    [Fact]
    public void Less_does_not()
    {
        RuleRun.Of<IprArchTotalBeyondLimit>(IprPlans.Contacts(16)).ShouldBeEmpty();
    }
}
