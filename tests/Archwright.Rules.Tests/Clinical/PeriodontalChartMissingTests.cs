using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class PeriodontalChartMissingTests
{
    [Fact]
    public void A_plan_without_a_chart_is_found()
    {
        // CLN-01: recorded per tooth before staging
        Finding finding = RuleRun.ShownOnPage<PeriodontalChartMissing>(new PlanBuilder().Tooth(31).Records(r => r with { Periodontal = null }));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void A_whole_chart_and_the_doctors_waiver_are_not()
    {
        RuleRun.Of<PeriodontalChartMissing>(new PlanBuilder().Tooth(31)).ShouldBeEmpty();
        RuleRun.Of<PeriodontalChartMissing>(Charted(HealthyRecords.Waived().Waiver)).ShouldBeEmpty();
    }

    [Fact]
    public void A_tooth_that_is_not_charted_is_named()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(31).Tooth(32).Records(r => r with
        {
            Periodontal = r.Periodontal! with { Teeth = [HealthyRecords.Healthy(31)] },
        });

        RuleRun.Of<PeriodontalChartMissing>(plan).ShouldHaveSingleItem().Tooth.ShouldBe(32);
    }

    private static PlanBuilder Charted(RecordWaiver? waiver) => new PlanBuilder().Tooth(31).Records(r => r with
    {
        Periodontal = new PeriodontalChart { State = RecordState.Waived, Waiver = waiver },
    });
}
