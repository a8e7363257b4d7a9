using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class AttachmentDoesNotSuitMovementTests
{
    [Fact]
    public void ATT_01_an_extrusion_attachment_on_a_rotating_canine_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<AttachmentDoesNotSuitMovement>(
            Rotating().Attachment(13, AttachmentType.OptimisedExtrusion, 1, 4));

        finding.Tooth.ShouldBe(13);
    }

    [Fact]
    public void A_horizontal_one_serves_it_and_a_vertical_one_where_the_preferences_say_so()
    {
        RuleRun.Of<AttachmentDoesNotSuitMovement>(Rotating().Attachment(13, AttachmentType.RectangularHorizontal, 1, 4)).ShouldBeEmpty();
        RuleRun.Of<AttachmentDoesNotSuitMovement>(Rotating().Attachment(13, AttachmentType.RectangularVertical, 1, 4)).ShouldHaveSingleItem();
        RuleRun.Of<AttachmentDoesNotSuitMovement>(Rotating().Attachment(13, AttachmentType.RectangularVertical, 1, 4)
            .Prefer(p => p with { Attachments = p.Attachments with { RotationOrientation = AttachmentOrientation.Vertical } })).ShouldBeEmpty();
    }

    [Fact]
    public void A_vertical_one_serves_a_rotation_beside_the_root_movement_that_leads()
    {
        PlanBuilder plan = Rotating().Attachment(13, AttachmentType.RectangularVertical, 1, 8);
        for (int k = 5; k <= 8; k++)
            plan.Move(13, k, mesial: 0.3);

        RuleRun.Of<AttachmentDoesNotSuitMovement>(plan).ShouldBeEmpty();
    }

    private static PlanBuilder Rotating()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(13);
        for (int k = 1; k <= 4; k++)
            plan.Move(13, k, rotation: 1.5);
        return plan;
    }
}
