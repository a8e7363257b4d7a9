using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis.Tests;

public class MovedTeethTests
{
    private static readonly Tooth[] Upper = [.. SyntheticArches.Measured.Upper!.Teeth];
    private static readonly Tooth[] Lower = [.. SyntheticArches.Measured.Lower!.Teeth];

    [Fact]
    public void Overjet_and_overbite_follow_the_upper_arch()
    {
        OcclusionMeasures before = BiteMeasurement.Of(Upper, Lower);

        OcclusionMeasures forward = BiteMeasurement.Of(Shifted(Upper, new Vec3(0, -1, 0)), Lower);
        OcclusionMeasures deeper = BiteMeasurement.Of(Shifted(Upper, new Vec3(0, 0, -1)), Lower);
        OcclusionMeasures left = BiteMeasurement.Of(Shifted(Upper, new Vec3(1, 0, 0)), Lower);

        (forward.OverjetMm! - before.OverjetMm!).Value.ShouldBe(1, 1e-9);
        (deeper.OverbiteMm! - before.OverbiteMm!).Value.ShouldBe(1, 1e-9);
        (left.MidlineMm! - before.MidlineMm!).Value.ShouldBe(1, 1e-9);
        forward.MolarRightMm!.Value.ShouldBeGreaterThan(before.MolarRightMm!.Value + 0.8);
        forward.CanineLeftMm!.Value.ShouldBeGreaterThan(before.CanineLeftMm!.Value + 0.3);
        before.Crossbites.ShouldBeEmpty();
    }

    [Fact]
    public void An_upper_tooth_carried_lingually_is_in_crossbite()
    {
        Tooth[] moved = [.. Upper.Select(t => t.Id.Fdi == 25 ? t.Moved(Shift(t.Frame.Facial * -6)) : t)];

        BiteMeasurement.Of(moved, Lower).Crossbites.Select(t => t.Fdi).ShouldBe([25]);
    }

    [Fact]
    public void Missing_teeth_leave_nulls()
    {
        Tooth[] gapped = [.. Lower.Where(t => t.Id.Position != 6 && t.Id.Fdi != 41)];

        ArchMeasures measures = ArchMeasurement.Of(Jaw.Lower, gapped);
        measures.CrowdingMm.ShouldBeNull();
        measures.LittleMm.ShouldBeNull();
        measures.WilsonDeg.ShouldBeNull();
        measures.IntermolarMm.ShouldBeNull();
        measures.IntercanineMm.ShouldNotBeNull();
        OcclusionMeasures bite = BiteMeasurement.Of(Upper, gapped);
        bite.MidlineMm.ShouldBeNull();
        bite.BoltonOverallPercent.ShouldBeNull();
        bite.MolarLeftMm.ShouldBeNull();
    }

    [Fact]
    public void A_gap_opened_at_the_midline_is_measured()
    {
        Tooth[] opened = [.. Upper.Select(t => t.Id.IsRight ? t : t.Moved(Shift(new Vec3(1.5, 0, 0))))];

        Contact midline = ContactMeasurement.Of(opened, new RunContext()).Single(c => c.A.Fdi == 11);

        midline.GapMm.ShouldBeInRange(0.8, 1.6);
        midline.OverlapMm.ShouldBe(0);
    }

    [Fact]
    public void A_tooth_pushed_into_its_neighbour_overlaps()
    {
        Tooth[] pushed = [.. Upper.Select(t => t.Id.Fdi == 21 ? t.Moved(Shift(new Vec3(-0.5, 0, 0))) : t)];

        ContactMeasurement.Of(pushed, new RunContext()).Single(c => c.A.Fdi == 11).OverlapMm.ShouldBe(0.5, 0.25);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(21)]
    [InlineData(26)]
    public void Crown_inclination_follows_tip_and_torque(int fdi)
    {
        Tooth tooth = Upper.Single(t => t.Id.Fdi == fdi);
        CrownInclination before = CrownInclination.Of(tooth, -Vec3.UnitZ);

        RigidTransform torqued = Movement.Apply(tooth, RigidTransform.Identity, 0, 0, 0, 0, 0, 6);
        RigidTransform tipped = Movement.Apply(tooth, RigidTransform.Identity, 0, 0, 0, 0, 4, 0);

        (CrownInclination.Of(tooth.Moved(torqued), -Vec3.UnitZ).TorqueDeg - before.TorqueDeg).ShouldBe(6, 0.6);
        (CrownInclination.Of(tooth.Moved(tipped), -Vec3.UnitZ).TipDeg - before.TipDeg).ShouldBe(4, 0.6);
    }

    private static Tooth[] Shifted(Tooth[] teeth, Vec3 by) => [.. teeth.Select(t => t.Moved(Shift(by)))];

    private static RigidTransform Shift(Vec3 by) => new(Rotation.Identity, by);
}
