using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>Ground, broken and replaced crowns in a whole arch: found, unknown, their neighbours' numbers right; and none where all are sound.</summary>
public class UnknownToothTests
{
    private static readonly Lazy<ArchSolution> Sound = new(() => Solve([]));

    private static readonly Lazy<ArchSolution> Damaged = new(() => Solve(
    [
        new ToothDamage(ToothId.FromFdi(46), ToothDamageKind.Prepared), new ToothDamage(ToothId.FromFdi(33), ToothDamageKind.Broken),
        new ToothDamage(ToothId.FromFdi(35), ToothDamageKind.HealingAbutment),
    ]));

    [Fact]
    public void Sound_crowns_are_known()
    {
        Sound.Value.Arch.Teeth.ShouldAllBe(t => t.Unsound == null);
        Sound.Value.Arch.Doubts.ShouldNotContain(d => d.Code == "segment-tooth-unknown");
    }

    [Fact]
    public void Damaged_ones_are_unknown_between_their_neighbours_and_all_numbers_stay()
    {
        SegmentedArch arch = Damaged.Value.Arch;

        arch.Teeth.Select(t => t.Id.Fdi).ShouldBe(Sound.Value.Arch.Teeth.Select(t => t.Id.Fdi));
        arch.Teeth.Where(t => t.Unknown is not null).Select(t => t.Id.Fdi).ShouldBe([46, 33, 35]);
        Unknown(arch, 46)!.Between.ShouldBe([47, 45]);
        Unknown(arch, 33)!.Between.ShouldBe([32, 34]);
        foreach (SegmentedTooth tooth in arch.Teeth.Where(t => t.Unknown is not null))
        {
            Problem doubt = arch.Doubts.Where(d => d.Location == $"tooth {tooth.Id}").ShouldHaveSingleItem();
            doubt.Code.ShouldBe("segment-tooth-unknown");
            doubt.Message.ShouldContain($"where {tooth.Unknown!.ExpectedMm:0.0} ± {tooth.Unknown.DeviationMm:0.0} is expected");
        }
    }

    [Fact]
    public void An_unknown_tooth_is_released_by_a_person_who_confirms_or_renumbers_it_and_by_no_other_edit()
    {
        Unknown(Edited(new LabelEdit { Kind = LabelEditKind.Confirm, Fdi = 46 }), 46).ShouldBeNull();
        Unknown(Edited(new LabelEdit { Kind = LabelEditKind.Confirm, Fdi = 45 }), 46).ShouldNotBeNull();
        SegmentedArch renumbered = Edited(new LabelEdit { Kind = LabelEditKind.Renumber, Fdi = 46, To = 85 });
        Unknown(renumbered, 85).ShouldBeNull();
        renumbered.Doubts.ShouldNotContain(d => d.Location == "tooth 85" && d.Code == "segment-tooth-small");
        Unknown(renumbered, 33).ShouldNotBeNull();
    }

    private static UnknownTooth? Unknown(SegmentedArch arch, int fdi) => arch.Teeth.Single(t => t.Id.Fdi == fdi).Unknown;

    private static SegmentedArch Edited(LabelEdit edit) => LabelEditing.Apply(Damaged.Value, [edit], new RunContext()).Require().Arch;

    private static ArchSolution Solve(ImmutableArray<ToothDamage> damaged) => ArchSegmentation.Solve(
        SyntheticDentition.Create(
            SynthesisPresets.Spacing(41) with { TrianglesPerArch = 14_000, Jaws = JawSelection.Lower, Damaged = damaged }, new RunContext(2)).Lower!.Mesh,
        Jaw.Lower,
        new RunContext(2)).Require();
}
