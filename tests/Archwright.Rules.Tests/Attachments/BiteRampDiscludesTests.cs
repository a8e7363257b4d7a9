using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules.Tests;

public class BiteRampDiscludesTests
{
    [Fact]
    public void OCC_04_a_ramp_in_the_way_of_a_lower_incisor_is_noticed()
    {
        // OCC-04
        Finding finding = RuleRun.ShownOnPage<BiteRampDiscludes>(Deep());

        (finding.Tooth, finding.Other).ShouldBe((11, 41));
        finding.Severity.ShouldBe(FindingSeverity.Advice);
    }

    [Fact]
    public void One_that_nothing_touches_is_not() => RuleRun.Of<BiteRampDiscludes>(
        new PlanBuilder().Tooth(11).Tooth(41).Attachment(11, AttachmentType.BiteRamp, 1, 2, surface: ToothSurface.Lingual)).ShouldBeEmpty();

    /// <summary>A lower incisor behind an upper one and as high, biting on its ramp.</summary>
    internal static PlanBuilder Deep() => new PlanBuilder().Tooth(11).Tooth(41)
        .Placed(41, new Vec3(0, 7.5, 5)).Attachment(11, AttachmentType.BiteRamp, 1, 2, surface: ToothSurface.Lingual);
}
