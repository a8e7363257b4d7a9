using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis.Arrangement;
using Archwright.Synthesis.Malocclusions;

namespace Archwright.Synthesis.Tests;

[Collection("ideal")]
public class MalocclusionTests(IdealFixture ideal)
{
    private IdealDentition Ideal => ideal.Dentition;

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public void Deep_bite_has_the_overbite_asked_for(double mm)
    {
        SortedDictionary<ToothId, ToothFrame> poses = Applied(new Malocclusion { DeepBiteMm = mm });
        BiteChange.Overbite(Ideal.Bodies, poses).ShouldBe(mm, 0.3);
    }

    [Fact]
    public void Open_bite_has_the_gap_asked_for() =>
        BiteChange.Overbite(Ideal.Bodies, Applied(new Malocclusion { OpenBiteMm = 2 })).ShouldBe(-2, 0.3);

    [Theory]
    [InlineData(6, 0)]
    [InlineData(-1, -3.5)]
    public void Overjet_is_as_asked_for(double mm, double classMm)
    {
        var asked = new Malocclusion { OverjetMm = mm, ClassRightMm = classMm, ClassLeftMm = classMm };
        BiteChange.Overjet(Ideal.Bodies, Applied(asked)).ShouldBe(mm, 0.5);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(-3, -3)]
    [InlineData(3, 0)]
    public void Class_shifts_the_molars(double right, double left)
    {
        SortedDictionary<ToothId, ToothFrame> poses = Applied(new Malocclusion { ClassRightMm = right, ClassLeftMm = left });
        (MolarRelation(poses, 16, 46) - MolarRelation(Ideal.Poses, 16, 46)).ShouldBe(right, 0.4);
        (MolarRelation(poses, 26, 36) - MolarRelation(Ideal.Poses, 26, 36)).ShouldBe(left, 0.4);
    }

    [Fact]
    public void Crowding_displaces_the_front_and_spacing_opens_gaps()
    {
        SortedDictionary<ToothId, ToothFrame> crowded = Applied(new Malocclusion { LowerCrowdingMm = 6 });
        Irregularity(crowded).ShouldBeGreaterThan(Irregularity(Ideal.Poses) + 3);
        SortedDictionary<ToothId, ToothFrame> spaced = Applied(new Malocclusion { UpperSpacingMm = 5 });
        double Gaps(SortedDictionary<ToothId, ToothFrame> poses) =>
            Row(Jaw.Upper, 5).Zip(Row(Jaw.Upper, 5).Skip(1)).Sum(p => ToothBody.Gap(p.First, poses[p.First.Id], p.Second, poses[p.Second.Id]));
        (Gaps(spaced) - Gaps(Ideal.Poses)).ShouldBe(5, 1.5);
    }

    [Fact]
    public void Midline_moves()
    {
        SortedDictionary<ToothId, ToothFrame> poses = Applied(new Malocclusion { MidlineShiftMm = 2 });
        double Midline(SortedDictionary<ToothId, ToothFrame> p) =>
            0.5 * (Point(p, 11, l => l.MesialContact).X + Point(p, 21, l => l.MesialContact).X);
        (Midline(poses) - Midline(Ideal.Poses)).ShouldBe(2, 0.3);
    }

    [Fact]
    public void Curve_of_Spee_has_the_depth_asked_for()
    {
        SortedDictionary<ToothId, ToothFrame> poses = Applied(new Malocclusion { CurveOfSpeeMm = 3 });
        Vec3 front = Point(poses, 41, l => l.OcclusalPoint);
        Vec3 back = Point(poses, 47, l => l.OcclusalPoint);
        double deepest = Row(Jaw.Lower, 7).Max(b =>
        {
            Vec3 tip = poses[b.Id].PointFromLocal(b.Landmarks.OcclusalPoint);
            double t = (tip.Y - front.Y) / (back.Y - front.Y);
            return front.Z + (t * (back.Z - front.Z)) - tip.Z;
        });
        deepest.ShouldBe(3, 0.4);
    }

    [Fact]
    public void Crossed_molars_bite_inside_their_antagonists()
    {
        SortedDictionary<ToothId, ToothFrame> poses = Applied(new Malocclusion { Crossbite = [ToothId.FromFdi(15), ToothId.FromFdi(16)] });
        double Overhang(SortedDictionary<ToothId, ToothFrame> p) =>
            Point(p, 46, l => l.OcclusalPoint).X - Point(p, 16, l => l.OcclusalPoint).X;
        Overhang(Ideal.Poses).ShouldBeGreaterThan(1.5);
        Overhang(poses).ShouldBeLessThan(-1);
    }

    [Fact]
    public void Scatter_and_perturbation_keep_their_bounds_and_leave_no_overlap()
    {
        SortedDictionary<ToothId, ToothFrame> poses = Applied(
            new Malocclusion { PerturbationMm = 3, PerturbationDeg = 20 });
        foreach ((ToothId id, ToothFrame pose) in poses)
        {
            double angle = ScanPosing.Between(pose, Ideal.Poses[id]).Rotation.ToVector().Length;
            double.RadiansToDegrees(angle).ShouldBeLessThan(20.01, id.ToString());
        }

        ToothBody[] teeth = [.. Ideal.Bodies.Values];
        for (int i = 0; i < teeth.Length; i++)
        {
            for (int j = i + 1; j < teeth.Length; j++)
            {
                ToothBody.Overlap(teeth[i], poses[teeth[i].Id], teeth[j], poses[teeth[j].Id]).DepthMm
                    .ShouldBeLessThan(0.1, $"{teeth[i].Id} and {teeth[j].Id}");
            }
        }
    }

    [Fact]
    public void Nothing_asked_for_is_the_ideal() =>
        Applied(new Malocclusion()).ShouldBe(Ideal.Poses);

    private SortedDictionary<ToothId, ToothFrame> Applied(Malocclusion malocclusion) =>
        MalocclusionApplication.Apply(Ideal, ideal.Options with { Malocclusion = malocclusion });

    private Vec3 Point(SortedDictionary<ToothId, ToothFrame> poses, int fdi, Func<ToothLandmarks, Vec3> which)
    {
        var id = ToothId.FromFdi(fdi);
        return poses[id].PointFromLocal(which(Ideal.Bodies[id].Landmarks));
    }

    private ImmutableArray<ToothBody> Row(Jaw jaw, int last) =>
        [.. Ideal.Bodies.Values.Where(b => b.Id.Jaw == jaw && b.Id.Position <= last)];

    /// <summary>Distance of the lower molar behind the upper, mm.</summary>
    private double MolarRelation(SortedDictionary<ToothId, ToothFrame> poses, int upper, int lower) =>
        Point(poses, lower, l => l.OcclusalPoint).Y - Point(poses, upper, l => l.OcclusalPoint).Y;

    /// <summary>Little's index of the lower front.</summary>
    private double Irregularity(SortedDictionary<ToothId, ToothFrame> poses)
    {
        ImmutableArray<ToothBody> row = Row(Jaw.Lower, 3);
        double sum = 0;
        for (int i = 1; i < row.Length; i++)
        {
            Vec3 a = poses[row[i - 1].Id].PointFromLocal(row[i - 1].Id.IsRight ? row[i - 1].Landmarks.MesialContact : row[i - 1].Landmarks.DistalContact);
            Vec3 b = poses[row[i].Id].PointFromLocal(row[i].Id.IsRight ? row[i].Landmarks.DistalContact : row[i].Landmarks.MesialContact);
            sum += ((a - b) with { Z = 0 }).Length;
        }

        return sum;
    }
}
