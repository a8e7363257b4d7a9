using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RecordWaivedTests
{
    [Fact]
    public void A_waived_gate_leaves_a_record_with_person_date_and_reason()
    {
        // REC-13: skipping a gate leaves a record
        Finding finding = RuleRun.ShownOnPage<RecordWaived>(new PlanBuilder().Tooth(11).Records(r => r with { Panoramic = HealthyRecords.Waived() }));

        finding.Severity.ShouldBe(FindingSeverity.Advice);
    }

    [Fact]
    public void Records_that_are_there_leave_none()
    {
        RuleRun.Of<RecordWaived>(new PlanBuilder().Tooth(11)).ShouldBeEmpty();
    }
}
