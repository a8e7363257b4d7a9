using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Setup;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Attachments;

/// <summary>ATT-01 … ATT-12: type, place, stages and purpose follow from the staged movements.</summary>
public class AttachmentPlannerTests
{
    private static AttachmentResult Run(StagedRow row, Func<AttachmentPreferences, AttachmentPreferences>? change = null, int threads = 1)
    {
        var preferences = new TreatmentPreferences();
        if (change is not null)
            preferences = preferences with { Attachments = change(preferences.Attachments) };
        return AttachmentPlanner.Run(row.Case(), row.Staging(), preferences, new RunContext(threads));
    }

    private static StagedRow Upper() => new(14, 13, 12, 11, 21, 22, 23, 24);

    [Theory]
    [InlineData(AttachmentOrientation.Horizontal, AttachmentType.RectangularHorizontal)]
    [InlineData(AttachmentOrientation.Vertical, AttachmentType.RectangularVertical)]
    public void ATT_06_a_round_tooths_rotation_gets_the_orientation_of_the_preferences(AttachmentOrientation way, AttachmentType type)
    {
        PlannedAttachment attachment = Run(
            Upper().Move(13, 2, 7, rotation: 12), o => o with { RotationOrientation = way }).Attachments.ShouldHaveSingleItem();

        attachment.Design.Type.ShouldBe(type);
        (attachment.On, attachment.Off).ShouldBe((2, 7));
        attachment.Purpose.ShouldContain("rotation of 12");
        attachment.Cause.ShouldContain("mm from the gingival margin");
    }

    [Fact]
    public void ATT_07_extrusion_gets_its_attachment_and_both_neighbours_hold_the_tray()
    {
        AttachmentResult result = Run(Upper().Move(12, 1, 4, extrusion: 0.8));

        result.Attachments.Select(a => (a.Tooth.Fdi, a.Design.Type)).ShouldBe(
            [(13, AttachmentType.Retention), (12, AttachmentType.OptimisedExtrusion), (11, AttachmentType.Retention)]);
        result.Attachments.ShouldAllBe(a => a.On == 1 && a.Off == 4);
        result.Attachments[1].Force.Z.ShouldBeLessThan(-0.5);
        Run(Upper().Move(12, 1, 4, extrusion: 0.8), o => o with { AnchorNeighbours = false }).Attachments.Length.ShouldBe(1);
    }

    [Fact]
    public void ATT_07_teeth_that_extrude_together_are_anchored_by_those_beside_them()
    {
        AttachmentResult result = Run(Upper().Move(12, 1, 4, extrusion: 0.8).Move(11, 1, 4, extrusion: 0.8));

        result.Attachments.Where(a => a.Design.Type == AttachmentType.Retention).Select(a => a.Tooth.Fdi).ShouldBe([13, 21]);
    }

    [Fact]
    public void ATT_08_root_movement_and_bodily_translation_get_an_upright()
    {
        AttachmentResult result = Run(Upper().Move(13, 1, 8, mesial: -1.4).Move(24, 3, 9, mesial: -1.2, tip: 8));

        result.Attachments.ShouldAllBe(a => a.Design.Type == AttachmentType.RectangularVertical);
        result.Attachments.Select(a => a.Phase.Serves).ShouldBe([MovementType.BodilyTranslation, MovementType.RootUprighting]);
    }

    [Fact]
    public void ATT_12_movements_that_follow_each_other_swap_the_attachment()
    {
        AttachmentResult result = Run(
            Upper().Move(13, 1, 4, extrusion: 0.8).Move(13, 6, 9, rotation: 10), o => o with { AnchorNeighbours = false });

        result.Attachments.Select(a => (a.Design.Type, a.On, a.Off)).ShouldBe(
            [(AttachmentType.OptimisedExtrusion, 1, 4), (AttachmentType.RectangularHorizontal, 6, 9)]);
    }

    [Fact]
    public void Movements_that_overlap_share_one_with_its_reason()
    {
        PlannedAttachment one = Run(
            Upper().Move(13, 1, 6, extrusion: 0.8, rotation: 10), o => o with { AnchorNeighbours = false }).Attachments.ShouldHaveSingleItem();

        one.Design.Type.ShouldBe(AttachmentType.Bevelled);
        one.Phase.Demands.Length.ShouldBe(2);
        one.Cause.ShouldContain("its ends for the rotation");
    }

    [Fact]
    public void ATT_09_a_short_crown_gets_none_and_it_is_said()
    {
        AttachmentResult result = Run(Upper().CrownHeight(13, 3).Move(13, 1, 6, rotation: 10));

        result.Attachments.ShouldBeEmpty();
        SetupShortfall none = result.Unplaced.ShouldHaveSingleItem();
        none.Tooth!.Value.Fdi.ShouldBe(13);
        none.Message.ShouldContain("3.0 mm high");
    }

    [Fact]
    public void ATT_04_a_low_crown_gets_a_smaller_or_another_one()
    {
        PlannedAttachment small = Run(Upper().CrownHeight(13, 4.1).Move(13, 1, 8, mesial: -1.4), o => o with { LengthMm = 4 })
            .Attachments.ShouldHaveSingleItem();

        small.Design.HeightMm.ShouldBeLessThan(4);
        small.Cause.ShouldContain("ATT-04");
    }

    [Theory]
    [InlineData(2.4, AttachmentType.OptimisedExtrusion)]
    [InlineData(2.7, AttachmentType.Bevelled)]
    public void ATT_10_beyond_its_envelope_an_optimised_one_is_not_taken(double extrusion, AttachmentType type) =>
        Run(Upper().Move(11, 1, 12, extrusion: extrusion)).Attachments.Single(a => a.Tooth.Fdi == 11).Design.Type.ShouldBe(type);

    [Fact]
    public void Attachments_come_not_before_the_earliest_stage() =>
        Run(Upper().Move(13, 1, 6, rotation: 10), o => o with { EarliestStage = 3 }).Attachments.ShouldHaveSingleItem().On.ShouldBe(3);

    [Fact]
    public void None_are_planned_where_the_preferences_say_so() =>
        Run(Upper().Move(13, 1, 6, rotation: 10), o => o with { Use = false }).Attachments.ShouldBeEmpty();

    [Fact]
    public void In_the_bite_an_attachment_goes_gingivally_or_not_at_all()
    {
        var open = new StagedRow(13, 12, 11, 43, 42, 41);
        open.Move(43, 1, 8, rotation: 10);
        double free = Run(open).Attachments.ShouldHaveSingleItem().FromMarginMm;

        // the lower canine close behind the upper one, 6 mm of its crown covered
        var deep = new StagedRow(13, 12, 11, 43, 42, 41);
        deep.Move(43, 1, 8, rotation: 10);
        foreach (int fdi in new[] { 43, 42, 41 })
            deep.Shifted(fdi, new Vec3(-4.8, 4, 7));
        AttachmentResult result = Run(deep);

        // upper incisors get bite ramps: the overbite is 6 mm
        PlannedAttachment[] own = [.. result.Attachments.Where(a => a.Design.Type != AttachmentType.BiteRamp)];
        foreach (PlannedAttachment a in own)
            a.FromMarginMm.ShouldBeLessThan(free - 0.4);
        (own.Length + result.Unplaced.Length).ShouldBe(1);
        foreach (SetupShortfall none in result.Unplaced)
            none.Message.ShouldContain("into 1");
    }

    [Fact]
    public void An_implant_is_no_anchor() => Run(Upper().Restricted(13, ToothRestriction.Implant).Move(12, 1, 4, extrusion: 0.8))
        .Attachments.Select(a => a.Tooth.Fdi).ShouldBe([12, 11]);

    [Theory]
    [InlineData(Restoration.Veneer, false, 0)]
    [InlineData(Restoration.Crown, false, 0)]
    [InlineData(Restoration.Composite, false, 1)]
    [InlineData(Restoration.Veneer, true, 1)]
    public void PRF_09_ceramic_carries_none_unless_the_dentist_wants_it(Restoration kind, bool afterAligners, int attachments)
    {
        StagedRow row = Upper().Move(13, 1, 6, rotation: 10)
            .Restored(new RestorativeItem { Fdi = 13, Kind = kind, AfterAligners = afterAligners });

        AttachmentResult result = Run(row);
        result.Attachments.Length.ShouldBe(attachments);
        result.Unplaced.Length.ShouldBe(1 - attachments);
        foreach (SetupShortfall none in result.Unplaced)
            none.Message.ShouldContain($"a {kind.ToString().ToLowerInvariant()} covers it");

        var wanted = new TreatmentPreferences { Restorative = new RestorativePreferences { AttachmentsOnCeramic = true } };
        AttachmentPlanner.Run(row.Case(), row.Staging(), wanted, new RunContext(1)).Attachments.Length.ShouldBe(1);
    }

    [Fact]
    public void The_plan_does_not_depend_on_threads()
    {
        StagedRow row = Upper().Move(13, 1, 6, rotation: 10).Move(22, 2, 6, extrusion: 0.9).Move(24, 3, 9, mesial: -1.2, tip: 8);
        AttachmentResult one = Run(row);
        AttachmentResult many = Run(row, threads: 4);

        many.Attachments.Select(a => a.Cause).ShouldBe(one.Attachments.Select(a => a.Cause));
        for (int i = 0; i < one.Attachments.Length; i++)
            many.Attachments[i].Solid.Mesh.Vertices.ToArray().ShouldBe(one.Attachments[i].Solid.Mesh.Vertices.ToArray());
    }
}
