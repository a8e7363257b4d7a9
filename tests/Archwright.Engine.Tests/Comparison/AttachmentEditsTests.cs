using Archwright.Dental;

namespace Archwright.Engine.Tests.Comparison;

/// <summary>ATT-14: a doctor's edits of attachments are counted from plan to plan.</summary>
public class AttachmentEditsTests
{
    [Fact]
    public void What_is_added_removed_and_changed_is_counted_and_what_stays_is_not()
    {
        PlanAttachment[] planned = [On(13), On(23), On(44)];

        Edits(planned, planned).ShouldBe(new AttachmentEdits(0, 0, 0));
        Edits(planned, [On(13), On(23) with { On = 3 }, On(34)]).ShouldBe(new AttachmentEdits(1, 1, 1));
        Edits(planned, [On(13), On(23), On(44) with { Type = AttachmentType.Bevelled }]).ShouldBe(new AttachmentEdits(1, 1, 0));
    }

    [Fact]
    public void A_tenth_of_a_millimetre_is_no_edit_and_half_of_one_is()
    {
        Edits([On(13)], [On(13) with { Position = [0.05, 0, 0] }]).Count.ShouldBe(0);
        Edits([On(13)], [On(13) with { Position = [0.5, 0, 0] }]).ShouldBe(new AttachmentEdits(0, 0, 1));
    }

    private static AttachmentEdits Edits(PlanAttachment[] earlier, PlanAttachment[] later) => AttachmentEdits.Between(earlier, later);

    private static PlanAttachment On(int fdi) => new()
    {
        Fdi = fdi,
        Type = AttachmentType.RectangularHorizontal,
        Surface = ToothSurface.Facial,
        Serves = MovementType.Rotation,
        On = 1,
        Off = 5,
        Size = [3, 1.5, 1],
        Position = [0, 0, 0],
        Normal = [0, -1, 0],
        Occlusal = [0, 0, 1],
        CrownHeightMm = 8,
        FromMarginMm = 4,
        UsableAreaMm2 = 40,
        Purpose = "test",
        Force = [0, 0, 0],
        Cause = "test",
        Mesh = $"attachments/{fdi}-1.ply",
    };
}
