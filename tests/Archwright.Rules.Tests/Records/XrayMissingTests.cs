using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class XrayMissingTests
{
    [Fact]
    public void An_absent_panoramic_X_ray_is_found_with_its_reason()
    {
        // REC-08, REC-11: the record set, blocked until taken or waived
        Finding finding = RuleRun.ShownOnPage<XrayMissing>(Plan(r => r with { Panoramic = HealthyRecords.Absent("machine out of order") }));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void The_doctors_waiver_passes_the_gate()
    {
        RuleRun.Of<XrayMissing>(Plan(r => r)).ShouldBeEmpty();
        RuleRun.Of<XrayMissing>(Plan(r => r with { Panoramic = HealthyRecords.Waived() })).ShouldBeEmpty();
    }

    [Fact]
    public void X_rays_of_both_incisor_regions_are_asked_for()
    {
        RuleRun.Of<XrayMissing>(Plan(r => r with { UpperIncisors = null, LowerIncisors = null })).Length.ShouldBe(2);
    }

    [Fact]
    public void A_case_without_a_protocol_lacks_all_three()
    {
        RuleRun.Of<XrayMissing>(new PlanBuilder().Tooth(11).Patient(new PlanPatient())).Length.ShouldBe(3);
    }

    private static PlanBuilder Plan(Func<CaseRecords, CaseRecords> change) => new PlanBuilder().Tooth(11).Records(change);
}
