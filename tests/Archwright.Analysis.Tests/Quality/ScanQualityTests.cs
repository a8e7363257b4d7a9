using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Quality.Trials;
using Archwright.Synthesis;
using Archwright.TestKit;

namespace Archwright.Analysis.Tests.Quality;

/// <summary>Scan quality control on seeded defects (REC-01, REC-02, REC-03, REC-05, REC-06, REC-07); the wide sweep is in the bench.</summary>
public sealed class ScanQualityTests
{
    private static readonly ScanQualityOptions Options = new() { Today = DefectTrials.Today };

    // one fixture, one place each: sizes in the middle and below the limit; the wide sweep is in the bench
    private const int Place = 0;

    // documented limits: what stands on a biting surface is not told from cusps
    private static readonly string[] NotClaimed = ["bubble on a biting surface"];

    /// <summary>One of each kind, and one below the limit where it has one.</summary>
    public static TheoryData<string> Trials =>
    [
        .. DefectTrials.All.Where(t => !NotClaimed.Contains(t.Kind)).GroupBy(t => (t.Kind, t.IsAbove))
            .Select(g => g.ElementAt(g.Count() / 2).Name),
    ];

    [Theory]
    [MemberData(nameof(Trials))]
    public void REC_02_a_seeded_defect_is_found_at_its_tooth_and_side_and_size_and_one_below_the_limit_is_not(string name)
    {
        DefectTrial trial = DefectTrials.All.First(t => t.Name == name);
        SeededDefect seeded = trial.Make(SyntheticArches.Made, Place);
        ScanQualityReport report = Judge(seeded.Scans);
        trial.Judge(seeded, report).ShouldBe(TrialOutcome.Right, string.Join('\n', report.Defects.Select(d => $"{d.Code} {d.Tooth} {d.Surface} {d.Message}")));
        if (trial is { IsAbove: true, Severity: DefectSeverity.Rescan })
            report.Verdict.ShouldBe(ScanVerdict.Rescan);
    }

    [Fact]
    public void REC_07_every_code_that_can_be_reported_is_listed_and_explained()
    {
        string page = File.ReadAllText(RepositoryRoot.Combine("docs", "algorithms", "scan-quality.md"));
        foreach (string code in ScanFaultCodes.All)
            page.ShouldContain($"`{code}`");
        foreach (string code in DefectTrials.All.SelectMany(t => t.Codes))
            ScanFaultCodes.All.ShouldContain(code);
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
    public void REC_01_a_fault_that_the_treating_doctor_answers_for_is_waived_by_name_and_reason()
    {
        ScanFaultWaiver waiver = Waiver(SignatoryRole.TreatingDoctor);
        ScanQualityReport report = ScanQuality.Of(Holed(), Options with { Waivers = [waiver] }, new RunContext(2));
        report.Verdict.ShouldBe(ScanVerdict.Waived, string.Join('\n', report.Defects.Select(d => d.Message)));
        report.Defects.Single(d => d.Code == "hole-crown").Waiver.ShouldBe(waiver.Waiver);
        foreach (ScanFaultWaiver other in new[] { Waiver(SignatoryRole.Technician), waiver with { Fdi = 17 }, waiver with { Jaw = Jaw.Lower } })
            ScanQuality.Of(Holed(), Options with { Waivers = [other] }, new RunContext(2)).Verdict.ShouldBe(ScanVerdict.Rescan);
    }

    [Fact]
    public void REC_05_what_a_case_carries_along_does_not_depend_on_the_order_of_its_faces()
    {
        ScanToCheck holed = Holed()[0];
        var scan = new ArchScan(Jaw.Upper, holed.Mesh, holed.FaceLabels);
        (Vec3[] points, Triangle[] faces) = holed.Mesh.ToArrays();
        var turned = new ArchScan(Jaw.Upper, new TriangleMesh(points, [.. faces.Reverse()]), [.. holed.FaceLabels.Reverse()]);
        string Carried(ArchScan s) => string.Join('\n', CaseScanQuality.Of(Case(s), new RunContext(2)).Defects.Select(d => $"{d.Message} {string.Join(' ', d.At)}"));
        Carried(scan).ShouldContain("a hole at 16 buccal");
        Carried(turned).ShouldBe(Carried(scan));
    }

    [Fact]
    public void REC_07_separated_teeth_have_no_scan_to_be_judged()
    {
        PlanScanQuality quality = CaseScanQuality.Of(Case(null), new RunContext());
        quality.Verdict.ShouldBe(ScanVerdict.NotApplicable);
        quality.Statement.ShouldContain("separately");
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
        report.Defects.ShouldContain(d => d.Code == "hole-crown" && d.Tooth == ToothId.FromFdi(16) && d.Surface == CrownSide.Buccal);
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

    private static CaseInput Case(ArchScan? upper) => new() { Description = new CaseDescription(), HasDescription = false, Upper = upper };

    private static ScanFaultWaiver Waiver(SignatoryRole role) => new()
    {
        Code = "hole-crown",
        Fdi = 16,
        Waiver = new RecordWaiver { By = "Dr A", Role = role, On = new DateOnly(2026, 11, 2), Reason = "crown is to be replaced" },
    };

    private static ScanQualityReport Judge(ScanToCheck[] scans) => ScanQuality.Of(scans, Options, new RunContext(2));
}
