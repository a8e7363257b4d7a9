using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Quality.Trials;
using Archwright.Synthesis;

namespace Archwright.Analysis.Tests.Quality;

/// <summary>Scan quality control on seeded defects (REC-01, REC-02, REC-03, REC-05, REC-06, REC-07); the wide sweep is in the bench.</summary>
public sealed class ScanQualityTests
{
    private static readonly ScanQualityOptions Options = new() { Today = new DateOnly(2026, 11, 21) };

    private static readonly int[] Teeth = [0, 16, 17, 47];

    /// <summary>One of each kind and size: at an upper first molar where it is on a tooth.</summary>
    public static TheoryData<string> Trials =>
        [
            .. DefectTrial.All.Where(t => (Teeth.Contains(t.Fdi) || t.Code == "stitching-step") && !t.Name.EndsWith(", lower", StringComparison.Ordinal))
                .Select(t => Key(t)),
        ];

    [Theory]
    [MemberData(nameof(Trials))]
    public void REC_02_a_seeded_defect_is_found_at_its_tooth_and_side_and_one_below_the_limit_is_not(string key)
    {
        DefectTrial trial = DefectTrial.All.First(t => Key(t) == key);
        ScanQualityReport report = Judge(trial.Make(SyntheticArches.Made));
        trial.IsRight(report).ShouldBeTrue(string.Join('\n', report.Defects.Select(d => d.Message)));
        if (trial.IsAbove)
            report.Verdict.ShouldBe(ScanVerdict.Rescan);
    }

    [Fact]
    public void REC_07_clean_scans_are_usable_and_any_capture_fault_asks_for_a_new_scan()
    {
        ScanQualityReport clean = Judge(DefectTrial.Clean(SyntheticArches.Made));
        clean.Verdict.ShouldBe(ScanVerdict.Usable, string.Join('\n', clean.Defects.Select(d => d.Message)));
        foreach (ScanDefect fault in Judge(Holed()).Defects.Where(d => d.Severity == DefectSeverity.Rescan))
            fault.Message.ShouldNotBeEmpty();
        Judge(Holed()).Verdict.ShouldBe(ScanVerdict.Rescan);
    }

    [Fact]
    public void REC_05_a_hole_is_measured_as_surface_to_be_inferred_and_nothing_is_closed()
    {
        ScanToCheck[] scans = Holed();
        int faces = scans[0].Mesh.TriangleCount;
        ScanQualityOfOne upper = Judge(scans).Scans[0];
        upper.Facts.FaceCount.ShouldBe(faces);
        upper.InferredShare[ToothId.FromFdi(16)].ShouldBeInRange(0.02, 0.12);
    }

    [Fact]
    public void REC_01_a_fault_that_somebody_answers_for_is_waived_by_name_and_reason()
    {
        var waiver = new ScanWaiver("hole-crown", ToothId.FromFdi(16), "Dr A", "crown is to be replaced");
        ScanQualityReport report = ScanQuality.Of(Holed(), Options with { Waivers = [waiver] }, new RunContext(2));
        report.Verdict.ShouldBe(ScanVerdict.Waived);
        report.Defects.Single(d => d.Code == "hole-crown").Waiver.ShouldBe(waiver);
    }

    [Fact]
    public void REC_03_an_upper_arch_alone_has_no_bite_to_judge() =>
        Judge(Holed()).Bite.ShouldBeNull();

    [Fact]
    public void REC_06_the_report_is_the_same_on_any_number_of_threads()
    {
        ScanToCheck[] scans = Holed();
        string one = Text(ScanQuality.Of(scans, Options, new RunContext(1)));
        Text(ScanQuality.Of(scans, Options, new RunContext(4))).ShouldBe(one);

        static string Text(ScanQualityReport report) => string.Join('\n', report.Defects.Select(d => $"{d.Code} {d.Tooth} {d.At} {d.Measured} {d.Message}"));
    }

    [Fact]
    public void REC_02_teeth_are_found_where_the_scan_has_no_labels()
    {
        ScanQualityReport report = Judge([Holed()[0] with { FaceLabels = [] }]);
        report.Scans[0].IsSegmented.ShouldBeTrue();
        report.Defects.ShouldContain(d => d.Code == "hole-crown" && d.Tooth == ToothId.FromFdi(16) && d.Surface == CrownSurface.Buccal);
    }

    [Fact]
    public void A_scan_that_is_no_arch_is_a_defect_and_no_throw()
    {
        foreach (TriangleMesh mesh in new[] { TriangleMesh.Empty, new TriangleMesh([new(0, 0, 0), new(50, 0, 0), new(0, 50, double.NaN)], [new(0, 1, 2)]) })
            Judge([new ScanToCheck("x", mesh)]).Verdict.ShouldBe(ScanVerdict.Rescan);
    }

    private static ScanToCheck[] Holed()
    {
        SyntheticCase made = SyntheticArches.Made;
        Tooth tooth = made.Teeth.First(t => t.Id.Fdi == 16).Tooth;
        ArchScan scan = ScanDefects.Make(made.Upper!, tooth, new Vec3(0, 1, 0.1), ScanDefectKind.Hole, 6);
        return [new ScanToCheck("upper", scan.Mesh, Jaw.Upper, scan.FaceLabels)];
    }

    private static string Key(DefectTrial trial) => $"{trial.Name}: {trial.Code}";

    private static ScanQualityReport Judge(ScanToCheck[] scans) => ScanQuality.Of(scans, Options, new RunContext(2));
}
