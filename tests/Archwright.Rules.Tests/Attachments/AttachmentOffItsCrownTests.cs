using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules.Tests;

public class AttachmentOffItsCrownTests
{
    [Fact]
    public void ATT_12_a_body_that_floats_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<AttachmentOffItsCrown>(Plan(new Vec3(0, -0.5, 0), true));

        finding.Tooth.ShouldBe(14);
    }

    [Fact]
    public void A_missing_body_is_found_and_one_on_its_crown_is_not()
    {
        RuleRun.Of<AttachmentOffItsCrown>(Plan(default, false)).ShouldHaveSingleItem().Message.ShouldContain("no body");
        RuleRun.Of<AttachmentOffItsCrown>(Plan(default, true)).ShouldBeEmpty();
        RuleRun.Of<AttachmentOffItsCrown>(Plan(new Vec3(0, -0.1, 0), true)).ShouldBeEmpty();
    }

    private static PlanBuilder Plan(Vec3 shift, bool body) =>
        new PlanBuilder().Tooth(14).Attachment(14, AttachmentType.RectangularHorizontal, 1, 2, shift: shift, body: body);
}
