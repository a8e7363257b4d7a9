using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis.Tests.Segmentation;

public class SegmentationGateTests
{
    private static readonly ArchPose Pose = new(RigidTransform.Identity, new ArchPath(22, 0.1), 0.5, 1, 1);

    [Fact]
    public void A_sound_arch_has_no_doubts()
    {
        Doubts(Arch()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("segment-number-unsure", 0.1, 0.75, 1.0)]
    [InlineData("segment-border-unsure", 0.99, 0.3, 1.0)]
    [InlineData("segment-tooth-large", 0.99, 0.75, 2.0)]
    [InlineData("segment-tooth-small", 0.99, 0.75, 0.5)]
    public void A_doubt_names_the_tooth_and_what_speaks_most_against_it(string code, double number, double border, double size)
    {
        SegmentedTooth[] arch = Arch();
        arch[2] = arch[2] with { Confidence = number, BorderConfidence = border, AreaMm2 = size * arch[2].AreaMm2 };

        Problem doubt = Doubts(arch).ShouldHaveSingleItem();

        doubt.Code.ShouldBe(code);
        doubt.Location.ShouldBe($"tooth {arch[2].Id}");
        doubt.Measured!.Value.ShouldBeGreaterThan(doubt.Limit!.Value);
    }

    [Fact]
    public void For_a_confirmed_tooth_a_person_stands()
    {
        SegmentedTooth[] arch = Arch();
        arch[2] = arch[2] with { BorderConfidence = 0.2 };

        Doubts(arch, confirmed: [arch[2].Id]).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_tooth_is_held_back_as_that_alone_until_a_person_has_named_it()
    {
        SegmentedTooth[] arch = Arch();
        arch[2] = arch[2] with
        {
            AreaMm2 = 0.3 * arch[2].AreaMm2,
            Unsound = new UnknownTooth
            {
                Reason = UnknownReason.CrownShort,
                MeasuredMm = 3.1,
                ExpectedMm = 8.2,
                DeviationMm = 1,
                Confidence = 0.97,
                Between = [22, 24],
                At = [0, 0, 0],
            },
        };

        Problem doubt = Doubts(arch).ShouldHaveSingleItem();

        doubt.Code.ShouldBe("segment-tooth-unknown");
        doubt.Message.ShouldContain("between 22 and 24 is unknown (23 by its place): crown height 3.1 mm where 8.2 ± 1.0 is expected");
        arch[2] = arch[2] with { IsNamed = true };
        Doubts(arch).ShouldBeEmpty();
        arch[2] = arch[2] with { BorderConfidence = 0.2 };
        Doubts(arch).ShouldHaveSingleItem().Code.ShouldBe("segment-border-unsure");
    }

    [Fact]
    public void A_part_left_out_holds_back_the_tooth_beside_it_not_the_arch()
    {
        var part = new ToothCluster(new Vec3(-22, 3, 0), 60, [.. Enumerable.Repeat(Math.Log(0.1), 9)], 8, 1);

        Problem doubt = Doubts(Arch(), leftOut: [part]).ShouldHaveSingleItem();

        doubt.Code.ShouldBe("segment-part-left-out");
        doubt.Location.ShouldBe("tooth 24");
    }

    [Fact]
    public void Risk_rises_with_each_kind_of_evidence()
    {
        SegmentedTooth[] arch = Arch();
        SegmentedTooth sound = arch[3];
        double Risk(SegmentedTooth tooth) => ToothRisk.Of(tooth, arch).Risk;

        Risk(sound with { Confidence = 0.5 }).ShouldBeGreaterThan(Risk(sound));
        Risk(sound with { BorderConfidence = 0.5 }).ShouldBeGreaterThan(Risk(sound));
        Risk(sound with { AreaMm2 = 2 * sound.AreaMm2 }).ShouldBeGreaterThan(Risk(sound));
        Risk(sound with { AreaMm2 = sound.AreaMm2 / 2 }).ShouldBeGreaterThan(Risk(sound));
    }

    private static SegmentedTooth[] Arch() =>
    [
        .. new[] { 21, 22, 23, 24, 25, 26, 27 }.Select(fdi => ToothId.FromFdi(fdi))
            .Select(id => new SegmentedTooth(id, ToothRisk.ExpectedAreaMm2(id), 0.99, 0.75, [])),
    ];

    private static Problem[] Doubts(SegmentedTooth[] arch, ToothCluster[]? leftOut = null, ToothId[]? confirmed = null) =>
    [
        .. SegmentationGate.Doubts(
            Pose, Jaw.Upper, 0.99, true, arch,
            [.. arch.Select((t, i) => new SolvedTooth(t.Id, new Vec3(-22, (7 * i) - 20, 0), t.Confidence))], leftOut ?? [], confirmed ?? []),
    ];
}
