using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ScanFaultyTests
{
    [Fact]
    public void A_capture_fault_that_nobody_answers_for_blocks_at_its_tooth()
    {
        // REC-07: the default for a capture fault is a new scan
        Finding finding = RuleRun.ShownOnPage<ScanFaulty>(new PlanBuilder().Tooth(11).ScanQuality(FaultyScans.Holed()));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
        finding.Tooth.ShouldBe(11);
        finding.Measured.ShouldBe(3.2);
    }

    [Fact]
    public void Usable_scans_notes_and_waived_faults_do_not_block()
    {
        RuleRun.Of<ScanFaulty>(new PlanBuilder().Tooth(11).ScanQuality(FaultyScans.Usable)).ShouldBeEmpty();
        RuleRun.Of<ScanFaulty>(new PlanBuilder().Tooth(11).ScanQuality(FaultyScans.Holed(DefectSeverity.Note))).ShouldBeEmpty();
        RuleRun.Of<ScanFaulty>(new PlanBuilder().Tooth(11).ScanQuality(FaultyScans.Holed(waiver: HealthyRecords.Waived().Waiver))).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_that_says_nothing_of_its_scans_is_not_held_against_them() =>
        RuleRun.Of<ScanFaulty>(new PlanBuilder().Tooth(11)).ShouldBeEmpty();
}
