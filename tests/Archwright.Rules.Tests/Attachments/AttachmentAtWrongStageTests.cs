using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class AttachmentAtWrongStageTests
{
    [Fact]
    public void ATT_05_an_attachment_that_comes_after_its_movement_has_begun_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<AttachmentAtWrongStage>(Rotating().Attachment(13, AttachmentType.RectangularHorizontal, 3, 5));

        (finding.Measured, finding.Limit).ShouldBe((3, 2));
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(1, 5)]
    public void On_from_the_first_tray_to_the_last_it_is_not(int on, int off) =>
        RuleRun.Of<AttachmentAtWrongStage>(Rotating().Attachment(13, AttachmentType.RectangularHorizontal, on, off)).ShouldBeEmpty();

    [Fact]
    public void One_that_goes_early_is_found() =>
        RuleRun.Of<AttachmentAtWrongStage>(Rotating().Attachment(13, AttachmentType.RectangularHorizontal, 2, 4)).ShouldHaveSingleItem();

    [Fact]
    public void None_comes_before_the_earliest_stage_of_the_preferences()
    {
        PlanBuilder plan = Rotating().Attachment(13, AttachmentType.RectangularHorizontal, 2, 5)
            .Prefer(p => p with { Attachments = p.Attachments with { EarliestStage = 3 } });

        RuleRun.Of<AttachmentAtWrongStage>(plan).ShouldHaveSingleItem().Limit.ShouldBe(3);
    }

    private static PlanBuilder Rotating()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(13);
        for (int k = 2; k <= 5; k++)
            plan.Move(13, k, rotation: 1.5);
        return plan;
    }
}
