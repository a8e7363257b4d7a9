namespace Archwright.Rules.Tests;

public class IprArchTotalHighTests
{
    [Fact]
    public void More_than_4_mm_in_an_arch_warns()
    {
        RuleRun.ShownOnPage<IprArchTotalHigh>(IprPlans.Contacts(14)).Measured!.Value.ShouldBe(4.2, 1e-9);
    }

    [Fact]
    public void Less_does_not()
    {
        RuleRun.Of<IprArchTotalHigh>(IprPlans.Contacts(13)).ShouldBeEmpty();
    }

    [Fact]
    public void Above_5_mm_another_rule_speaks()
    {
        RuleRun.Of<IprArchTotalHigh>(IprPlans.Contacts(17)).ShouldBeEmpty();
    }
}
