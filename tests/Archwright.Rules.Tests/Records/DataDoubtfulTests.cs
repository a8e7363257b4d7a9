using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class DataDoubtfulTests
{
    [Fact]
    public void A_mostly_inferred_crown_is_worth_knowing()
    {
        Finding finding = RuleRun.ShownOnPage<DataDoubtful>(new PlanBuilder().Tooth(17)
            .Gap("crown-mostly-inferred", "Of tooth 17 the scan shows 40 % of the surface; the rest is inferred.", 17));

        (finding.Severity, finding.Tooth).ShouldBe((FindingSeverity.Advice, 17));
    }

    [Fact]
    public void A_gap_that_asks_for_a_decision_is_another_rules_business()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(17).Gap("tooth-too-small", "Tooth 18 is left out.", 18);

        RuleRun.Of<DataDoubtful>(plan).ShouldBeEmpty();
        RuleRun.Of<DataGapOpen>(plan).ShouldHaveSingleItem();
    }
}
