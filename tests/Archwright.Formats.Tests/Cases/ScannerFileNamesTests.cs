using Archwright.Dental;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Cases;

/// <summary>Cases as scanners export them: no case.json, names of their own.</summary>
public class ScannerFileNamesTests
{
    private static readonly byte[] Scan = PlyWriter.Write(MeshBytes.Sheet());

    [Theory]
    [InlineData("UpperJawScan.ply", "LowerJawScan.ply")]
    [InlineData("1574 UpperJawScan_2.ply", "1574 LowerJawScan_2.ply")]
    [InlineData("308806025_shell_occlusion_u.ply", "308806025_shell_occlusion_l.ply")]
    [InlineData("arch-case-01-upperjaw.ply", "arch-case-01-lowerjaw.ply")]
    [InlineData("2026-09-18_100_001-UpperJaw.ply", "2026-09-18_100_001-LowerJaw.ply")]
    [InlineData("maxillary_export.ply", "mandibulary_export.ply")]
    [InlineData("0580_10yr_Maxillary_export.ply", "0580_10yr_Mandibular_export.ply")]
    [InlineData("Maxilla.ply", "Mandible.ply")]
    [InlineData("JohnSmith_upper_2026-01-11.ply", "JohnSmith_lower_2026-01-11.ply")]
    [InlineData("Oberkiefer-scan.ply", "Unterkiefer-scan.ply")]
    public void A_folder_of_scans_is_a_case_whose_assumptions_are_said(string upper, string lower)
    {
        using var folder = new TemporaryFolder();
        folder.Write(upper, Scan);
        folder.Write(lower, Scan);
        folder.Write("BiteScan.ply", Scan);
        folder.Write("case-bite0.ply", Scan);

        Result<CaseInput> read = CaseFolder.Load(folder.Path, ImportMode.Repair);

        CaseInput input = read.Require();
        input.Unlabelled.Select(s => (s.Jaw, s.Path)).ShouldBe([(Jaw.Upper, "upper.ply"), (Jaw.Lower, "lower.ply")]);
        input.Files.Select(f => f.Path).ShouldBe(["lower.ply", "upper.ply"]);
        read.Problems.Where(p => p.Code == "scan-by-name").Select(p => p.Location).ShouldBe([upper, lower]);
        read.Problems.ShouldNotContain(p => p.Code == "scan-passed-over");
    }

    [Theory]
    [InlineData("scan1.ply")]
    [InlineData("upper-and-lower.ply")]
    [InlineData("Model_3.ply")]
    public void A_scan_whose_jaw_no_name_tells_is_refused_by_its_name(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, Scan);

        Problem problem = CaseFolder.Load(folder.Path, ImportMode.Repair).Problems.First(p => p.Severity == ProblemSeverity.Error);

        problem.Code.ShouldBe("scan-jaw-unknown");
        problem.Location.ShouldBe(name);
    }

    [Fact]
    public void Our_own_names_go_first_two_of_a_scanners_are_ambiguous_and_a_bite_is_no_arch()
    {
        using var folder = new TemporaryFolder();
        folder.Write("upper.ply", Scan);
        folder.Write("UpperJawScan.ply", Scan);
        folder.Write("x.ply", Scan);
        Result<CaseInput> read = CaseFolder.Load(folder.Path, ImportMode.Repair);
        read.Require().Unlabelled.ShouldHaveSingleItem().Path.ShouldBe("upper.ply");
        read.Problems.ShouldContain(p => p.Code == "scan-passed-over" && p.Location == "x.ply");

        File.Delete(folder["upper.ply"]);
        folder.Write("maxilla.ply", Scan);
        CaseFolder.Load(folder.Path, ImportMode.Repair).Problems.ShouldContain(p => p.Code == "file-ambiguous");

        using var bites = new TemporaryFolder();
        bites.Write("BiteScan.ply", Scan);
        bites.Write("upper-prep.ply", Scan);
        CaseFolder.Load(bites.Path, ImportMode.Repair).Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.Code).ShouldBe(["case-empty"]);
    }
}
