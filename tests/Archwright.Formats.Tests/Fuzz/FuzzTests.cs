using System.Text;
using Archwright.Dental;
using Archwright.Formats.Tests.Meshes;
using Archwright.Formats.Tests.Plans;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.TestKit.Damage;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Fuzz;

/// <summary>
/// 10,000 mutated files: each comes back as a result whose invariants hold, and none throws. Every find becomes a row of
/// <see cref="Earlier_finds_stay_fixed"/>.
/// </summary>
public class FuzzTests
{
    private const int MutationsPerForm = 1000;

    private static readonly byte[] CaseBytes = CaseJson.Write(new CaseDescription
    {
        Label = "A-1",
        PatientGroup = PatientGroup.Adult,
        Objectives = new CaseObjectives { OverjetMm = 2 },
        Restrictions = [new ToothRestrictionEntry { Fdi = 16, Reason = ToothRestriction.Bridge }],
        Records = ["cbct"],
        RecordSet = new CaseRecords
        {
            Submitted = new DateOnly(2026, 11, 2),
            Panoramic = new RecordItem { State = RecordState.Absent, Reason = "none" },
            Photos = new PhotoSeries { State = RecordState.Waived, Waiver = new RecordWaiver { By = "D", Role = SignatoryRole.TreatingDoctor, On = new DateOnly(2026, 11, 2), Reason = "r" } },
            Periodontal = new PeriodontalChart
            {
                State = RecordState.Present,
                Teeth = [new ToothPeriodontium { Fdi = 11, ProbingMm = [2, 3], AttachmentLossMm = 0, Mobility = 0, RecessionMm = 0 }],
            },
        },
    });

    public static TheoryData<string> Forms =>
        ["a.ply", "be.ply", "text.ply", "a.stl", "text.stl", "a.obj", "labels", "case", "plan", "preset"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_mutated_file_is_a_result(string form)
    {
        var random = new SeededRandom(20261120).Fork(form);
        byte[] valid = Valid(form);
        byte[] other = Valid(form == "plan" ? "case" : "text.ply");
        for (int i = 0; i < MutationsPerForm; i++)
        {
            byte[] mutated = ByteDamage.Of(valid, other, random);
            Should.NotThrow(() => ReadAndCheck(form, mutated), $"{form}, mutation {i}: {Convert.ToBase64String(mutated[..Math.Min(400, mutated.Length)])}");
        }
    }

    [Theory]
    [InlineData("a.ply", "ply\nformat ascii 1.0\nelement vertex 0\nproperty float x\nproperty float y\nproperty float z\nelement e 4294967295\nelement face 0\nproperty list uchar int vertex_indices\nend_header\n")]
    [InlineData("a.ply", "ply\nformat binary_little_endian 1.0\nelement e 4294967295\nend_header\n")]
    [InlineData("a.ply", "ply\rformat ascii 1.0\rend_header\r")]
    [InlineData("a.ply", "ply\n")]
    [InlineData("a.stl", "solid")]
    [InlineData("a.stl", " ")]
    [InlineData("a.obj", "f\n")]
    [InlineData("a.obj", "v 1 2 3\\")]
    [InlineData("case", "null")]
    [InlineData("case", "{\"patientGroup\":\"child,teen\"}")]
    [InlineData("case", "\uFEFF{}")]
    [InlineData("labels", "{\"jaw\":\"upper\",\"labels\":null,\"face_labels\":null}")]
    public void Earlier_finds_stay_fixed(string form, string text) => ReadAndCheck(form, Encoding.UTF8.GetBytes(text));

    private static byte[] Valid(string form) => form switch
    {
        "labels" => LabelFile.Write(new ArchScan(Jaw.Upper, Box, [11, 11, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
        "case" => CaseBytes,
        "plan" => PlanJson.Write(SamplePlan.Create()),
        "preset" => PresetJson.Write(PresetFiles.Shipped.Single(p => p.Id == "slow-and-safe")),
        _ => MeshReaderTests.BytesOf(form, MeshBytes.Sheet(4)),
    };

    private static readonly TriangleMesh Box = MeshBytes.Box();

    private static void ReadAndCheck(string form, byte[] bytes)
    {
        switch (form)
        {
            case "labels":
                ImportedMesh scan = MeshReader.Read("b.ply", PlyWriter.Write(Box), ImportMode.Strict).Require();
                CheckLocated(LabelFile.Read("l.json", bytes, Jaw.Upper, scan));
                break;
            case "case":
                CheckLocated(CaseJson.Read("case.json", bytes));
                break;
            case "plan":
                Result<PlanDocument> plan = PlanJson.Read(bytes);
                CheckLocated(plan);
                if (plan.IsOk)
                    PlanJson.Write(plan.Value).Length.ShouldBeGreaterThan(0);
                break;
            case "preset":
                CheckLocated(PresetJson.Read("p.json", bytes));
                break;
            default:
                foreach (ImportMode mode in Enum.GetValues<ImportMode>())
                    CheckMesh(MeshReader.Read(form, bytes, mode), mode);
                break;
        }
    }

    private static void CheckMesh(Result<ImportedMesh> read, ImportMode mode)
    {
        CheckLocated(read);
        if (read.Value is not { } imported)
            return;
        imported.Mesh.TriangleCount.ShouldBeGreaterThan(0);
        imported.FileFaceOfMeshFace.Length.ShouldBe(imported.Mesh.TriangleCount);
        imported.MeshVertexOfFileVertex.Length.ShouldBe(imported.Facts.VertexCount);
        imported.MeshVertexOfFileVertex.All(v => v >= -1 && v < imported.Mesh.VertexCount).ShouldBeTrue();
        imported.FileFaceOfMeshFace.All(f => f >= 0 && f < imported.Facts.FaceCount).ShouldBeTrue();
        foreach (Vec3 p in imported.Mesh.Vertices)
            p.IsFinite.ShouldBeTrue();
        if (mode == ImportMode.Strict)
            imported.Repairs.ShouldBeEmpty();
    }

    private static void CheckLocated<T>(Result<T> read)
        where T : class
    {
        foreach (Problem problem in read.Problems)
        {
            problem.Location.ShouldNotBeEmpty();
            problem.Code.ShouldNotBeEmpty();
        }
    }
}
