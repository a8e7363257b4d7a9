using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class MonthlyRateTooHighTests
{
    [Fact]
    public void A_quarter_millimetre_every_7_days_is_found()
    {
        // VEL-01: tray limit times trays a month over about 1 mm
        Finding finding = RuleRun.ShownOnPage<MonthlyRateTooHigh>(new PlanBuilder().Tooth(11).Move(11, 1, mesial: 0.1).WearDays(7));

        finding.Measured!.Value.ShouldBe(1.087, 1e-3);
        finding.Severity.ShouldBe(FindingSeverity.Warning);
    }

    [Fact]
    public void Every_8_days_is_not()
    {
        RuleRun.Of<MonthlyRateTooHigh>(new PlanBuilder().Tooth(11).Move(11, 1, mesial: 0.1).WearDays(8)).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_that_moves_nothing_has_no_rate()
    {
        RuleRun.Of<MonthlyRateTooHigh>(new PlanBuilder().Tooth(11).Stages(1).WearDays(5)).ShouldBeEmpty();
    }
}
