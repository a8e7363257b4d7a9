using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Quality.Trials;
using Archwright.Synthesis;

namespace Archwright.Analysis.Tests.Quality;

/// <summary>Sound scans that were once called faulty, and what the mends may not cost (REC-02, REC-03).</summary>
public sealed class FalseAlarmTests
{
    // posterior teeth of both sides in mm to the left and back; gaps that contacts leave
    private static readonly Vec3[] Contacts =
    [
        new(-20, -9, 0.1), new(-22, -2, 0), new(-23, 6, 0.1), new(-24, 15, 0), new(20, -9, 0), new(22, -2, 0.1), new(23, 6, 0), new(24, 15, 0.1),
    ];

    [Fact]
    public void REC_03_teeth_that_stand_out_of_the_bite_do_not_tilt_it()
    {
        // a premolar of either side short of its antagonists: the mean plane through all gaps pitches by 3.2°
        Vec3[] scattered = [.. Contacts];
        scattered[0] += new Vec3(0, 0, 2.5);
        scattered[5] += new Vec3(0, 0, 1.5);

        (double roll, double pitch) = BiteRegistrationCheck.Tilt(scattered)!.Value;

        Math.Abs(roll).ShouldBeLessThan(0.5);
        Math.Abs(pitch).ShouldBeLessThan(1);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(-3, 0)]
    [InlineData(0, 2)]
    public void REC_03_a_tilted_bite_is_read_as_it_is_tilted(double pitchDeg, double rollDeg)
    {
        double back = Math.Tan(double.DegreesToRadians(pitchDeg));
        double left = Math.Tan(double.DegreesToRadians(rollDeg));
        Vec3[] tilted = [.. Contacts.Select(p => p with { Z = p.Z + (back * p.Y) + (left * p.X) })];

        (double roll, double pitch) = BiteRegistrationCheck.Tilt(tilted)!.Value;

        pitch.ShouldBe(pitchDeg, 0.5);
        roll.ShouldBe(rollDeg, 0.5);
    }

    [Fact]
    public void REC_03_teeth_in_one_row_tell_no_tilt() =>
        BiteRegistrationCheck.Tilt([new(0, 0, 0), new(0, 5, 0.1), new(0, 10, 0)]).ShouldBeNull();

    [Fact]
    public void REC_03_a_scattered_case_in_a_sound_bite_is_not_called_tilted() =>
        Report(SynthesisPresets.Perturbed(34), 12_000).Defects.ShouldNotContain(d => d.Code == "bite-pitch");

    [Fact]
    public void REC_02_large_faces_are_neither_seams_nor_filled_holes()
    {
        Report(SynthesisPresets.Spacing(5007), 20_000).Defects.ShouldNotContain(d => d.Code == "stitching-step");
        Report(SynthesisPresets.SevereCrowding(5006), 20_000).Defects.ShouldNotContain(d => d.Code == "filled-hole");
    }

    [Fact]
    public void REC_02_a_seam_is_not_judged_on_a_crown_whose_faces_are_too_large_and_is_where_they_are_not()
    {
        DefectTrial trial = DefectTrials.All.First(t => t.Kind == "step across a back tooth" && t.Size == "0.6 mm");
        SeededDefect seeded = trial.Make(SyntheticArches.Made, 0);

        Faults(new ScanQualityOptions()).ShouldContain("stitching-step");
        Faults(new ScanQualityOptions { JudgedEdgeMm = 0.1 }).ShouldNotContain("stitching-step");

        string[] Faults(ScanQualityOptions options) => [.. ScanQuality.Of(seeded.Scans, options, new RunContext(2)).Defects.Select(d => d.Code)];
    }

    // as the sweep of the bench makes them
    private static ScanQualityReport Report(SynthesisOptions dentition, int triangles) => ScanQuality.Of(
        DefectTrial.Clean(SyntheticDentition.Create(
            dentition with { TrianglesPerArch = triangles, Pose = ScanPose.Random, Palate = dentition.Seed % 2 == 0 }, new RunContext(2))),
        new ScanQualityOptions(),
        new RunContext(2));
}
