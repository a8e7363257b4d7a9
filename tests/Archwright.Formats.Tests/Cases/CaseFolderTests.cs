using System.Text;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Cases;

public class CaseFolderTests
{
    private static readonly TriangleMesh Sheet = MeshBytes.Sheet();
    private static readonly byte[] Labels = LabelFile.Write(
        new ArchScan(Jaw.Upper, Sheet, [.. Enumerable.Range(0, Sheet.TriangleCount).Select(f => f % 3 == 0 ? 11 : 0)]));

    [Theory]
    [InlineData("scans/upper.ply", "scans/upper.labels.json")]
    [InlineData("upper.PLY", "upper.labels.json")]
    [InlineData("Scans/Upper.stl", "Scans/UPPER.LABELS.JSON")]
    [InlineData("scans/upper.obj", "upper.labels.json")]
    public void A_scan_with_labels_alone_is_a_case(string scan, string labels)
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = Path.GetExtension(scan).ToUpperInvariant() switch
        {
            ".STL" => StlWriter.Write(Sheet),
            ".OBJ" => MeshBytes.Obj(Sheet),
            _ => PlyWriter.Write(Sheet),
        };
        folder.Write(scan, bytes);
        // an STL has no order of vertices that a vertex label could follow
        folder.Write(labels, scan.EndsWith("stl", StringComparison.Ordinal) ? WithoutVertexLabels(Labels) : Labels);
        folder.Write("README.md", "x"u8.ToArray());
        folder.Write("axes.json", "{"u8.ToArray());
        folder.Write("upper.landmarks.json", "["u8.ToArray());

        CaseInput input = CaseFolder.Load(folder.Path, ImportMode.Strict).Require();

        input.HasDescription.ShouldBeFalse();
        input.Lower.ShouldBeNull();
        input.Upper!.FaceLabels.Count(l => l == 11).ShouldBe((Sheet.TriangleCount + 2) / 3);
        input.Files.Select(f => f.Path).ShouldBe(new[] { scan, labels }.Order(StringComparer.Ordinal));
        input.Files.Single(f => f.Path == scan).Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Fact]
    public void The_description_is_read_strictly()
    {
        using var folder = new TemporaryFolder();
        folder.Write("scans/upper.ply", PlyWriter.Write(Sheet));
        folder.Write("scans/upper.labels.json", Labels);
        void Case(string json) => folder.Write("case.json", Encoding.UTF8.GetBytes(json));
        string Problem() => CaseFolder.Load(folder.Path, ImportMode.Repair).Problems[0].ToString();

        Case("{\"label\":\"A-1\",\"patientGroup\":\"teen\",\"objectives\":{\"overjetMm\":2.5},\"restrictions\":[{\"fdi\":16,\"reason\":\"implant\"}]}");
        CaseInput input = CaseFolder.Load(folder.Path, ImportMode.Strict).Require();
        input.HasDescription.ShouldBeTrue();
        input.Description.PatientGroup.ShouldBe(PatientGroup.Teen);
        input.Description.Restrictions[0].Reason.ShouldBe(ToothRestriction.Implant);

        Case("{\n\"lable\":\"A\"}");
        Problem().ShouldContain("case.json, line 2");
        Case("{\"label\":\"Doe, Jane\"}");
        Problem().ShouldContain("$.label");
        Case("{\"restrictions\":[{\"fdi\":19,\"reason\":\"implant\"}]}");
        Problem().ShouldContain("$.restrictions[0].fdi");
        Case("{\"restrictions\":[null]}");
        Problem().ShouldContain("$.restrictions[0]");
        Case("{\"restrictions\":null}");
        Problem().ShouldContain("restrictions");
        Case("{\"objectives\":null}");
        Problem().ShouldContain("objectives");
        Case("{\"objectives\":{\"overjetMm\":1e999}}");
        Problem().ShouldContain("overjetMm");
        Case("{\"patientGroup\":1}");
        Problem().ShouldContain("patientGroup");
    }

    [Fact]
    public void What_cannot_be_used_is_said()
    {
        using var folder = new TemporaryFolder();
        string[] Codes() => [.. CaseFolder.Load(folder.Path, ImportMode.Repair).Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.Code)];
        CaseFolder.Load(folder["nowhere"], ImportMode.Repair).Problems[0].Code.ShouldBe("folder-missing");
        Codes().ShouldBe(["case-empty"]);

        folder.Write("upper.ply", PlyWriter.Write(Sheet));
        Codes().ShouldBeEmpty();
        CaseFolder.Load(folder.Path, ImportMode.Repair).Require().Unlabelled.ShouldHaveSingleItem().Path.ShouldBe("upper.ply");
        folder.Write("upper.labels.json", LabelFile.Write(new ArchScan(Jaw.Upper, Sheet, [.. new int[Sheet.TriangleCount]])));
        Codes().ShouldBe(["labels-all-gingiva"]);
        folder.Write("scans/upper.stl", StlWriter.Write(Sheet));
        Codes().ShouldBe(["file-ambiguous"]);
    }

    [Theory]
    [InlineData(1 / 25.4, "inches")]
    [InlineData(0.001, "metres")]
    [InlineData(1000.0, "micrometres")]
    public void Another_unit_is_noticed(double scale, string unit)
    {
        using var folder = new TemporaryFolder();
        Vec3[] scaled = [.. Sheet.Vertices.ToArray().Select(v => v * scale)];
        folder.Write("upper.ply", PlyWriter.Write(Sheet.WithVertices(scaled)));
        folder.Write("upper.labels.json", Labels);

        Problem problem = CaseFolder.Load(folder.Path, ImportMode.Repair).Problems.Single(p => p.Code == "size-implausible");

        problem.Message.ShouldContain(unit);
        problem.Measured!.Value.ShouldBe(60 * scale, 0.01 * scale);
    }

    [Fact]
    public void Separate_teeth_stand_in_for_an_unlabelled_scan_of_their_jaw_only()
    {
        using var folder = new TemporaryFolder();
        folder.Write("teeth/11.ply", PlyWriter.Write(MeshBytes.Box()));
        folder.Write("teeth/21.PLY", PlyWriter.Write(MeshBytes.Box()));
        folder.Write("scans/upper.ply", PlyWriter.Write(Sheet));

        Result<CaseInput> read = CaseFolder.Load(folder.Path, ImportMode.Repair);
        read.Require().Teeth.Select(t => t.Id.Fdi).ShouldBe([11, 21]);
        read.Problems.Select(p => p.Code).ShouldBe(["scan-unused"]);

        folder.Write("scans/lower.ply", PlyWriter.Write(Sheet));
        CaseFolder.Load(folder.Path, ImportMode.Repair).Problems.ShouldContain(p => p.Code == "labels-absent");
        File.Delete(folder["scans/lower.ply"]);
        folder.Write("teeth/x.ply", PlyWriter.Write(MeshBytes.Box()));
        CaseFolder.Load(folder.Path, ImportMode.Repair).Problems.ShouldContain(p => p.Code == "tooth-no-fdi");
    }

    private static byte[] WithoutVertexLabels(byte[] labels)
    {
        string text = Encoding.UTF8.GetString(labels);
        int from = text.IndexOf("\"labels\"", StringComparison.Ordinal);
        int to = text.IndexOf("\"face_labels\"", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text[..from] + text[to..]);
    }
}
