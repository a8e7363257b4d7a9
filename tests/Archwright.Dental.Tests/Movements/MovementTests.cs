using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Dental.Tests;

public class MovementTests
{
    public static TheoryData<int> Quadrants => [.. TestTeeth.OnePerQuadrant];

    [Theory]
    [MemberData(nameof(Quadrants))]
    public void Mesial_is_towards_the_midline_on_both_sides(int fdi)
    {
        Tooth tooth = TestTeeth.Front(fdi);

        Vec3 moved = Moved(tooth, tooth.CenterOfResistance, mesial: 1);

        Math.Abs(moved.X).ShouldBe(Math.Abs(tooth.CenterOfResistance.X) - 1, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Quadrants))]
    public void Facial_is_to_the_front_and_extrusion_out_of_the_bone(int fdi)
    {
        Tooth tooth = TestTeeth.Front(fdi);

        Moved(tooth, tooth.CenterOfResistance, facial: 1).Y.ShouldBe(tooth.CenterOfResistance.Y - 1, 1e-12);
        double down = tooth.Id.Jaw == Jaw.Upper ? -1 : 1;
        Moved(tooth, tooth.CenterOfResistance, extrusion: 1).Z.ShouldBe(tooth.CenterOfResistance.Z + down, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Quadrants))]
    public void Tip_moves_the_crown_mesially_and_the_apex_distally(int fdi)
    {
        Tooth tooth = TestTeeth.Front(fdi);
        Movement m = Movement.Between(tooth, RigidTransform.Identity, Apply(tooth, tip: 5));

        m.Crown.X.ShouldBe(13 * Math.Sin(5 * Math.PI / 180), 1e-9);
        m.Apex.X.ShouldBe(-9 * Math.Sin(5 * Math.PI / 180), 1e-9);
        m.Crown.Y.ShouldBe(0, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Quadrants))]
    public void Torque_moves_the_crown_facially_and_the_apex_lingually(int fdi)
    {
        Tooth tooth = TestTeeth.Front(fdi);
        Movement m = Movement.Between(tooth, RigidTransform.Identity, Apply(tooth, torque: 5));

        m.Crown.Y.ShouldBe(13 * Math.Sin(5 * Math.PI / 180), 1e-9);
        m.Apex.Y.ShouldBe(-9 * Math.Sin(5 * Math.PI / 180), 1e-9);
        m.Crown.X.ShouldBe(0, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Quadrants))]
    public void Rotation_turns_the_mesial_side_facially(int fdi)
    {
        Tooth tooth = TestTeeth.Front(fdi);

        Vec3 before = tooth.Landmarks.MesialContact;
        Vec3 after = Moved(tooth, before, rotation: 10);

        Vec3.Dot(after - before, tooth.Frame.Facial).ShouldBe(4 * Math.Sin(10 * Math.PI / 180), 1e-9);
        Vec3.Dot(after - before, tooth.Frame.Occlusal).ShouldBe(0, 1e-9);
    }

    [Fact]
    public void What_is_applied_is_read_back_in_every_quadrant_and_orientation()
    {
        var random = new SeededRandom(7);
        foreach (int fdi in TestTeeth.OnePerQuadrant)
        {
            for (int i = 0; i < 50; i++)
            {
                Tooth tooth = TestTeeth.Anywhere(fdi, random);
                RigidTransform from = Some(tooth, random, RigidTransform.Identity, out _);
                RigidTransform to = Some(tooth, random, from, out double[] wanted);

                Movement m = Movement.Between(tooth, from, to);

                double[] read = [m.MesialMm, m.FacialMm, m.ExtrusionMm, m.RotationDeg, m.TipDeg, m.TorqueDeg];
                for (int c = 0; c < 6; c++)
                    read[c].ShouldBe(wanted[c], 1e-9, $"component {c} of {fdi}");
            }
        }
    }

    [Fact]
    public void A_movement_does_not_depend_on_the_frame_of_reference()
    {
        var random = new SeededRandom(11);
        Tooth tooth = TestTeeth.Front(21);
        RigidTransform pose = Some(tooth, random, RigidTransform.Identity, out _);
        RigidTransform other = new(Rotation.FromVector(new Vec3(1, 2, -1)), new Vec3(5, -3, 40));

        Movement here = Movement.Between(tooth, RigidTransform.Identity, pose);
        Movement there = Movement.Between(tooth.Moved(other), RigidTransform.Identity, other * pose * other.Inverse);

        there.TipDeg.ShouldBe(here.TipDeg, 1e-9);
        there.MesialMm.ShouldBe(here.MesialMm, 1e-9);
        Vec3.Distance(there.Apex, here.Apex).ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void Mirrored_teeth_with_mirrored_motions_have_the_same_movement()
    {
        Tooth right = TestTeeth.Front(11);
        Tooth left = TestTeeth.Front(21);

        RigidTransform ofRight = Movement.Apply(right, RigidTransform.Identity, 0.3, -0.2, 0.1, 4, -3, 2);
        RigidTransform ofLeft = Movement.Apply(left, RigidTransform.Identity, 0.3, -0.2, 0.1, 4, -3, 2);

        Vec3 a = ofRight.Apply(right.Landmarks.OcclusalPoint);
        Vec3 b = ofLeft.Apply(left.Landmarks.OcclusalPoint);
        Vec3.Distance(new Vec3(-a.X, a.Y, a.Z), b).ShouldBeLessThan(1e-12);
    }

    private static RigidTransform Some(Tooth tooth, SeededRandom random, RigidTransform from, out double[] components)
    {
        double[] c = [.. Enumerable.Range(0, 6).Select(i => i < 3 ? random.Uniform(-3, 3) : random.Uniform(-25, 25))];
        components = c;
        return Movement.Apply(tooth, from, c[0], c[1], c[2], c[3], c[4], c[5]);
    }

    private static RigidTransform Apply(
        Tooth tooth, double mesial = 0, double facial = 0, double extrusion = 0, double rotation = 0, double tip = 0, double torque = 0) =>
        Movement.Apply(tooth, RigidTransform.Identity, mesial, facial, extrusion, rotation, tip, torque);

    private static Vec3 Moved(Tooth tooth, Vec3 point, double mesial = 0, double facial = 0, double extrusion = 0, double rotation = 0) =>
        Apply(tooth, mesial, facial, extrusion, rotation).Apply(point);
}
