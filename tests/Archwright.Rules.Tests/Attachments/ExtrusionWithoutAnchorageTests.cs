using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ExtrusionWithoutAnchorageTests
{
    [Fact]
    public void ATT_07_an_extruded_incisor_whose_neighbour_holds_nothing_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<ExtrusionWithoutAnchorage>(Extruding().Attachment(11, AttachmentType.Retention, 1, 4));

        (finding.Tooth, finding.Other).ShouldBe((12, 13));
    }

    [Fact]
    public void With_attachments_on_both_sides_all_the_time_it_is_not()
    {
        PlanBuilder Anchored(int off) => Extruding().Attachment(11, AttachmentType.Retention, 1, 4).Attachment(13, AttachmentType.RectangularHorizontal, 1, off);

        RuleRun.Of<ExtrusionWithoutAnchorage>(Anchored(4)).ShouldBeEmpty();
        RuleRun.Of<ExtrusionWithoutAnchorage>(Anchored(3)).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_preferences_may_do_without() => RuleRun.Of<ExtrusionWithoutAnchorage>(
        Extruding().Prefer(p => p with { Attachments = p.Attachments with { AnchorNeighbours = false } })).ShouldBeEmpty();

    private static PlanBuilder Extruding()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(13).Tooth(12).Tooth(11).Attachment(12, AttachmentType.OptimisedExtrusion, 1, 4);
        for (int k = 1; k <= 4; k++)
            plan.Move(12, k, extrusion: 0.2);
        return plan;
    }
}
