using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class AttachmentBeyondDesignTests
{
    [Fact]
    public void ATT_10_an_optimised_attachment_beyond_its_envelope_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<AttachmentBeyondDesign>(Extruding(11, 0.24).Attachment(11, AttachmentType.OptimisedExtrusion, 1, 11));

        finding.Measured!.Value.ShouldBe(2.64, 0.01);
        finding.Limit.ShouldBe(2.5);
    }

    [Fact]
    public void Within_it_or_with_another_type_it_is_not()
    {
        RuleRun.Of<AttachmentBeyondDesign>(Extruding(11, 0.22).Attachment(11, AttachmentType.OptimisedExtrusion, 1, 11)).ShouldBeEmpty();
        RuleRun.Of<AttachmentBeyondDesign>(Extruding(11, 0.24).Attachment(11, AttachmentType.Bevelled, 1, 11)).ShouldBeEmpty();
    }

    private static PlanBuilder Extruding(int fdi, double perTray)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(fdi);
        for (int k = 1; k <= 11; k++)
            plan.Move(fdi, k, extrusion: perTray);
        return plan;
    }
}
