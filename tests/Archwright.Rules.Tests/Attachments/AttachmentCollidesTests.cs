using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules.Tests;

public class AttachmentCollidesTests
{
    [Fact]
    public void STG_10_an_attachment_driven_into_a_tooth_in_front_of_it_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<AttachmentCollides>(Behind(0.6));

        (finding.Tooth, finding.Other, finding.Stage).ShouldBe((43, 13, 2));
        finding.Measured!.Value.ShouldBeInRange(0.1, 0.25);
    }

    [Fact]
    public void One_that_stays_clear_is_not() => RuleRun.Of<AttachmentCollides>(Behind(0.4)).ShouldBeEmpty();

    [Fact]
    public void A_bite_ramp_is_there_to_be_bitten_on() =>
        RuleRun.Of<AttachmentCollides>(BiteRampDiscludesTests.Deep()).ShouldBeEmpty();

    // the lower canine stands 1.5 mm behind the upper one, whose crown covers half of it, and comes forward
    private static PlanBuilder Behind(double forward) => new PlanBuilder().Tooth(13).Tooth(43)
        .Placed(43, new Vec3(0, 8.5, 5)).Attachment(43, AttachmentType.RectangularHorizontal, 1, 2, v: 1.5)
        .Move(43, 2, facial: forward);
}
