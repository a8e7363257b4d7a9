using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class CrownTooSmallForAttachmentTests
{
    [Fact]
    public void ATT_09_an_attachment_on_a_crown_of_three_millimetres_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<CrownTooSmallForAttachment>(
            new PlanBuilder().Tooth(14).CrownHeight(14, 3).Attachment(14, AttachmentType.RectangularHorizontal, 1, 2, v: 2.5));

        finding.Measured!.Value.ShouldBe(3, 0.1);
        finding.Limit.ShouldBe(4);
    }

    [Fact]
    public void ATT_04_an_attachment_half_over_the_edge_is_found_and_one_in_the_middle_is_not()
    {
        RuleRun.Of<CrownTooSmallForAttachment>(new PlanBuilder().Tooth(14).Attachment(14, AttachmentType.RectangularHorizontal, 1, 2, v: 3.2)
            .Prefer(p => p with { Attachments = p.Attachments with { MarginMm = 2 } }))
            .ShouldHaveSingleItem().Message.ShouldContain("usable surface");
        RuleRun.Of<CrownTooSmallForAttachment>(new PlanBuilder().Tooth(14).Attachment(14, AttachmentType.RectangularHorizontal, 1, 2))
            .ShouldBeEmpty();
        RuleRun.Of<CrownTooSmallForAttachment>(
            new PlanBuilder().Tooth(14).CrownHeight(14, 4.2).Attachment(14, AttachmentType.RectangularHorizontal, 1, 2, v: 1.9)).ShouldBeEmpty();
    }
}
