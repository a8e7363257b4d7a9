using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Tests.Attachments;

/// <summary>ATT-03: the rows of the table that say plus attachment, and their trays (ATT-05, ATT-12).</summary>
public class MovementDemandsTests
{
    private static ImmutableArray<MovementDemand> Of(StagedRow row, int fdi)
    {
        StagingResult staging = row.Staging();
        return MovementDemands.Of(row[fdi], [.. staging.Stages.Select(s => s[ToothId.FromFdi(fdi)])], new AttachmentPreferences());
    }

    [Fact]
    public void A_rotation_asks_from_its_threshold_on_and_in_its_trays_only()
    {
        MovementDemand demand = Of(new StagedRow(13).Move(13, 3, 6, rotation: 8).Move(13, 7, 9, extrusion: 0.3), 13).ShouldHaveSingleItem();

        demand.Type.ShouldBe(MovementType.Rotation);
        demand.Amount.ShouldBe(8, 0.1);
        (demand.From, demand.To).ShouldBe((3, 6));
        Of(new StagedRow(13).Move(13, 3, 6, rotation: 4.9), 13).ShouldBeEmpty();
    }

    [Fact]
    public void An_incisors_rotation_asks_for_none() => Of(new StagedRow(11).Move(11, 1, 8, rotation: 12), 11).ShouldBeEmpty();

    [Theory]
    [InlineData(0.6, MovementType.Extrusion)]
    [InlineData(-0.9, MovementType.Intrusion)]
    public void Vertical_movement_asks_by_its_direction(double extrusion, MovementType type) =>
        Of(new StagedRow(12).Move(12, 1, 4, extrusion: extrusion), 12).ShouldHaveSingleItem().Type.ShouldBe(type);

    [Fact]
    public void Bodily_translation_is_told_from_tipping()
    {
        Of(new StagedRow(23).Move(23, 1, 8, mesial: -1.5), 23).ShouldHaveSingleItem().IsAlongArch.ShouldBeTrue();
        // the crown goes with the tip, the apex stays: no attachment is asked for
        Of(new StagedRow(21).Move(21, 1, 8, mesial: 1.5, tip: 11), 21).ShouldBeEmpty();
    }

    [Fact]
    public void A_root_that_moves_more_than_its_crown_asks()
    {
        // the crown is held back while the root goes distally
        MovementDemand demand = Of(new StagedRow(14).Move(14, 2, 9, mesial: -1.2, tip: 7), 14)
            .Single(d => d.Type == MovementType.RootUprighting);

        demand.Preference.ShouldBe("attachments.rootMovementFromDeg");
        (demand.From, demand.To).ShouldBe((2, 9));
    }

    [Fact]
    public void What_asks_for_one_on_its_own_crown_is_known_before_staging()
    {
        var row = new StagedRow(13, 12, 11);
        row.Move(13, 1, 1, rotation: 9).Move(11, 1, 1, rotation: 9).Move(12, 1, 1, extrusion: -1);

        row.Teeth.Where(t => MovementDemands.OnItsOwnCrown(t, [RigidTransform.Identity, row.Staging().Stages[^1][t.Id]], new AttachmentPreferences()).Any())
            .Select(t => t.Id.Fdi)
            .ShouldBe([13]);
    }
}
