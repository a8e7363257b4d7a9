using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprOverEnamelOfToothTests
{
    [Fact]
    public void IPR_10_a_tooth_that_loses_too_much_at_both_contacts_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<IprOverEnamelOfTooth>(Plan(0.7));

        (finding.Tooth, finding.Stage).ShouldBe((11, 5));
        finding.Measured!.Value.ShouldBe(0.7, 1e-6);
    }

    [Fact]
    public void A_tooth_at_its_budget_is_not()
    {
        RuleRun.Of<IprOverEnamelOfTooth>(Plan(0.6)).ShouldBeEmpty();
    }

    private static PlanBuilder Plan(double mm) => new PlanBuilder().Tooth(12).Tooth(11).Tooth(21).Ipr(12, 11, mm, 3).Ipr(11, 21, mm, 5);
}
