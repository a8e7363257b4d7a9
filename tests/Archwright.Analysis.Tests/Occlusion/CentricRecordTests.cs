using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis.Tests.Occlusion;

/// <summary>A bite in centric relation is held against the jaws it was taken of (OCC-05).</summary>
public class CentricRecordTests
{
    private static readonly RigidTransform ScanFromOcclusal = SyntheticArches.Made.OcclusalFromScan.Inverse;

    [Fact]
    public void OCC_05_a_record_that_fits_is_read() => Analyse(Record(1.5)).IsOk.ShouldBeTrue();

    [Fact]
    public void A_jaw_whose_condyles_would_leave_their_joints_is_refused() => Refused(Record(8)).Code.ShouldBe("centric-shift");

    [Fact]
    public void An_axis_that_does_not_run_from_right_to_left_is_refused()
    {
        Problem problem = Refused(Record(1, new Vec3(0, 40, 20), new Vec3(0, 140, 20)));

        (problem.Code, problem.Location).ShouldBe(("centric-axis", "case.json, $.recordSet.centric.hingeAxis"));
        Refused(Record(1, new Vec3(50, 90, 25), new Vec3(-50, 90, 25))).Code.ShouldBe("centric-axis");
    }

    [Fact]
    public void An_axis_among_the_teeth_is_refused() =>
        Refused(Record(1, new Vec3(-50, 10, 0), new Vec3(50, 10, 0))).Message.ShouldContain("behind the lower incisors");

    [Fact]
    public void The_average_axis_stands_behind_and_above_the_lower_incisors()
    {
        IReadOnlyList<Tooth> lower = SyntheticArches.Measured.Lower!.Teeth;
        HingeAxis axis = AverageHingeAxis.Of(lower)!;
        Vec3 incisors = AverageHingeAxis.IncisorPoint(lower)!.Value;

        Vec3.Distance(axis.Right, incisors).ShouldBe(100, 1);
        Vec3.Distance(axis.Right, axis.Left).ShouldBe(100, 1e-9);
        (Math.Atan2(axis.Center.Z - incisors.Z, axis.Center.Y - incisors.Y) * 180 / Math.PI).ShouldBe(17, 1e-6);
        axis.Opened(0.1).Apply(incisors).Z.ShouldBeLessThan(incisors.Z - 5);
    }

    private static Problem Refused(CentricRecord record)
    {
        Result<MeasuredCase> read = Analyse(record);
        read.IsOk.ShouldBeFalse();
        return read.Problems.ShouldHaveSingleItem();
    }

    private static Result<MeasuredCase> Analyse(CentricRecord record) => SyntheticArches.Analyse(SyntheticArches.Made.ToCaseInput() with
    {
        HasDescription = true,
        Description = new CaseDescription { RecordSet = new CaseRecords { Centric = record } },
    });

    private static CentricRecord Record(double backMm, Vec3? right = null, Vec3? left = null) => new()
    {
        State = RecordState.Present,
        CentricFromMip = PoseConversion.ToPose(
            ScanFromOcclusal * new RigidTransform(Rotation.Identity, new Vec3(0, backMm, 0)) * ScanFromOcclusal.Inverse),
        HingeAxis = right is not { } r || left is not { } l ? null : new HingeAxisPoints
        {
            Right = PoseConversion.ToArray(ScanFromOcclusal.Apply(r)),
            Left = PoseConversion.ToArray(ScanFromOcclusal.Apply(l)),
        },
    };
}
