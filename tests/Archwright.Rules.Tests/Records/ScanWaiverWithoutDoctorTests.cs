using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ScanWaiverWithoutDoctorTests
{
    [Fact]
    public void A_technicians_waiver_of_a_scan_fault_blocks()
    {
        Finding finding = RuleRun.ShownOnPage<ScanWaiverWithoutDoctor>(
            new PlanBuilder().Tooth(11).Records(r => r with { ScanWaivers = [FaultyScans.WaivedBy(SignatoryRole.Technician)] }));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
        finding.Tooth.ShouldBe(11);
    }

    [Fact]
    public void The_treating_doctors_waiver_counts() =>
        RuleRun.Of<ScanWaiverWithoutDoctor>(
            new PlanBuilder().Tooth(11).Records(r => r with { ScanWaivers = [FaultyScans.WaivedBy(SignatoryRole.TreatingDoctor)] })).ShouldBeEmpty();
}
