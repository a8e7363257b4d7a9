using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RotationAttachmentsForReviewTests
{
    [Fact]
    public void ATT_06_a_premolar_rotated_by_a_horizontal_attachment_is_named_for_review()
    {
        Finding finding = RuleRun.ShownOnPage<RotationAttachmentsForReview>(Rotating(AttachmentType.RectangularHorizontal));

        finding.Severity.ShouldBe(FindingSeverity.Advice);
        finding.Message.ShouldContain("4 mm from the gingival margin");
    }

    [Fact]
    public void One_rotated_by_an_upright_is_not() =>
        RuleRun.Of<RotationAttachmentsForReview>(Rotating(AttachmentType.RectangularVertical)).ShouldBeEmpty();

    private static PlanBuilder Rotating(AttachmentType type) => new PlanBuilder().Tooth(14)
        .Move(14, 1, rotation: 4).Move(14, 2, rotation: 4).Attachment(14, type, 1, 2);
}
