namespace Archwright.Rules.Tests;

public class ScanTooOldTests
{
    [Fact]
    public void A_scan_of_91_days_is_found()
    {
        RuleRun.ShownOnPage<ScanTooOld>(Aged(91)).Measured.ShouldBe(91);
    }

    [Fact]
    public void One_of_90_days_or_without_dates_is_not()
    {
        RuleRun.Of<ScanTooOld>(Aged(90)).ShouldBeEmpty();
        RuleRun.Of<ScanTooOld>(new PlanBuilder().Tooth(11).Records(r => r with { Scanned = null })).ShouldBeEmpty();
    }

    internal static PlanBuilder Aged(int days) =>
        new PlanBuilder().Tooth(11).Records(r => r with { Scanned = HealthyRecords.Day.AddDays(-days) });
}
