using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class WaiverWithoutDoctorTests
{
    [Fact]
    public void A_technicians_waiver_is_none()
    {
        // REC-11: the treating doctor signs
        Finding finding = RuleRun.ShownOnPage<WaiverWithoutDoctor>(Waived(SignatoryRole.Technician));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void The_treating_doctors_is_one()
    {
        RuleRun.Of<WaiverWithoutDoctor>(Waived(SignatoryRole.TreatingDoctor)).ShouldBeEmpty();
    }

    private static PlanBuilder Waived(SignatoryRole role) =>
        new PlanBuilder().Tooth(11).Records(r => r with { LowerIncisors = HealthyRecords.Waived(role) });
}
