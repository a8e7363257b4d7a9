using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ScanFaultWaivedTests
{
    [Fact]
    public void A_waived_capture_fault_leaves_a_record_with_place_person_date_and_reason()
    {
        // REC-13: skipping a gate leaves a record
        Finding finding = RuleRun.ShownOnPage<ScanFaultWaived>(
            new PlanBuilder().Tooth(11).ScanQuality(FaultyScans.Holed(waiver: HealthyRecords.Waived().Waiver)));

        finding.Severity.ShouldBe(FindingSeverity.Advice);
        finding.Tooth.ShouldBe(11);
    }

    [Fact]
    public void A_fault_that_nobody_answers_for_is_not_waived() =>
        RuleRun.Of<ScanFaultWaived>(new PlanBuilder().Tooth(11).ScanQuality(FaultyScans.Holed())).ShouldBeEmpty();
}
