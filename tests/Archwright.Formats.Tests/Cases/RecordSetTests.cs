using System.Text;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Cases;

/// <summary>The record protocol of case.json: what each state asks for, and the files it names.</summary>
public class RecordSetTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0];

    [Fact]
    public void Digital_models_X_rays_and_photographs_are_one_case()
    {
        // REC-12
        using TemporaryFolder folder = CaseWith("""
            "panoramic": { "state": "present", "files": ["xrays/pan.png"], "taken": "2026-10-30" },
            "photos": { "state": "present", "faceSmile": { "state": "present", "files": ["photos/smile.jpg"] } }
            """);
        folder.Write("xrays/pan.png", Png);
        folder.Write("photos/smile.jpg", Jpeg);

        CaseInput input = CaseFolder.Load(folder.Path, ImportMode.Strict).Require();

        input.Description.RecordSet!.Panoramic!.Taken.ShouldBe(new DateOnly(2026, 10, 30));
        input.Description.RecordSet.Photos!.FaceSmile!.State.ShouldBe(RecordState.Present);
        input.Files.Select(f => f.Path).ShouldContain("xrays/pan.png");
        input.Files.Single(f => f.Path == "photos/smile.jpg").Sha256.ShouldBe(FileBytes.HashOf(Jpeg));
    }

    [Theory]
    [InlineData("\"panoramic\": { \"state\": \"present\" }", "$.recordSet.panoramic.files")]
    [InlineData("\"panoramic\": { \"state\": \"absent\" }", "$.recordSet.panoramic.reason")]
    [InlineData("\"panoramic\": { \"state\": \"waived\" }", "$.recordSet.panoramic.waiver")]
    [InlineData("\"photos\": { \"state\": \"present\", \"faceRest\": { \"state\": \"absent\", \"reason\": \" \" } }", "$.recordSet.photos.faceRest.reason")]
    [InlineData("\"photos\": { \"state\": \"present\" }", "$.recordSet.photos")]
    [InlineData("\"periodontal\": { \"state\": \"present\" }", "$.recordSet.periodontal.teeth")]
    [InlineData("\"functional\": { \"state\": \"present\" }", "$.recordSet.functional")]
    [InlineData("\"centric\": { \"state\": \"present\" }", "$.recordSet.centric.centricFromMip")]
    [InlineData("\"centric\": { \"state\": \"present\", \"centricFromMip\": { \"q\": [1, 0, 0, 0.1], \"t\": [0, 0, 0] } }", "$.recordSet.centric.centricFromMip.q")]
    [InlineData("\"centric\": { \"state\": \"present\", \"centricFromMip\": { \"q\": [0.5, 0.5, 0.5, 0.5], \"t\": [0, 0, 0] } }", "$.recordSet.centric.centricFromMip.q")]
    [InlineData("\"centric\": { \"state\": \"present\", \"centricFromMip\": { \"q\": [1, 0, 0, 0], \"t\": [0, 0] } }", "$.recordSet.centric.centricFromMip.t")]
    [InlineData("\"centric\": { \"state\": \"absent\", \"reason\": \"x\", \"hingeAxis\": { \"right\": [-50, 90, 20], \"left\": [50, 90, 20] } }", "$.recordSet.centric.hingeAxis")]
    [InlineData("\"centric\": { \"state\": \"present\", \"centricFromMip\": { \"q\": [1, 0, 0, 0], \"t\": [0, 1, 0] }, \"hingeAxis\": { \"right\": [0, 0, 0], \"left\": [5, 0, 0] } }", "$.recordSet.centric.hingeAxis")]
    [InlineData("\"panoramic\": { \"state\": \"lost\" }", "line")]
    [InlineData("\"panoramik\": { \"state\": \"absent\", \"reason\": \"x\" }", "line")]
    [InlineData("\"submitted\": \"yesterday\"", "line")]
    public void An_item_that_does_not_say_what_its_state_asks_for_is_refused_with_its_place(string item, string place)
    {
        // REC-08: present with its file or values, absent with the reason, waived with person, date and reason
        using TemporaryFolder folder = CaseWith(item);

        Result<CaseInput> read = CaseFolder.Load(folder.Path, ImportMode.Strict);

        read.IsOk.ShouldBeFalse();
        read.Problems.ShouldContain(p => p.Location.Contains(place, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"fdi\": 19, \"probingMm\": [3], \"attachmentLossMm\": 0, \"mobility\": 0, \"recessionMm\": 0", ".fdi")]
    [InlineData("\"fdi\": 11, \"probingMm\": [], \"attachmentLossMm\": 0, \"mobility\": 0, \"recessionMm\": 0", ".probingMm")]
    [InlineData("\"fdi\": 11, \"probingMm\": [3, 44], \"attachmentLossMm\": 0, \"mobility\": 0, \"recessionMm\": 0", ".probingMm")]
    [InlineData("\"fdi\": 11, \"probingMm\": [3], \"attachmentLossMm\": -1, \"mobility\": 0, \"recessionMm\": 0", ".attachmentLossMm")]
    [InlineData("\"fdi\": 11, \"probingMm\": [3], \"attachmentLossMm\": 0, \"mobility\": 4, \"recessionMm\": 0", ".mobility")]
    public void A_chart_with_values_no_mouth_has_is_refused(string tooth, string place)
    {
        // CLN-01
        using TemporaryFolder folder = CaseWith($$"""
            "periodontal": { "state": "present", "teeth": [{ {{tooth}} }] }
            """);

        CaseFolder.Load(folder.Path, ImportMode.Strict).Problems.ShouldContain(p => p.Location.EndsWith("teeth[0]" + place, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xrays/none.png", "record-file-missing")]
    [InlineData("../outside.png", "record-file-outside")]
    [InlineData("/etc/hostname", "record-file-outside")]
    [InlineData("xrays/link.png", "record-file-link")]
    [InlineData("linked/pan.png", "record-file-link")]
    [InlineData("xrays/empty.png", "record-file-empty")]
    [InlineData("xrays/text.png", "record-file-unknown")]
    [InlineData("xrays", "record-file-missing")]
    public void A_file_that_is_none_of_the_case_is_refused_with_its_place(string path, string code)
    {
        using TemporaryFolder folder = CaseWith($$"""
            "panoramic": { "state": "present", "files": ["{{path}}"] }
            """);
        folder.Write("xrays/pan.png", Png);
        folder.Write("xrays/empty.png", []);
        folder.Write("xrays/text.png", "This is no image."u8.ToArray());
        File.CreateSymbolicLink(folder["xrays/link.png"], folder["xrays/pan.png"]);
        Directory.CreateSymbolicLink(folder["linked"], folder["xrays"]);

        Problem problem = CaseFolder.Load(folder.Path, ImportMode.Strict).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(code);
        problem.Location.ShouldBe("case.json, $.recordSet.panoramic.files[0]");
    }

    [Fact]
    public void A_record_beyond_its_limit_is_refused()
    {
        using TemporaryFolder folder = CaseWith("\"panoramic\": { \"state\": \"present\", \"files\": [\"xrays/pan.png\"] }");
        folder.Write("xrays/pan.png", Png);

        CaseFolder.Load(folder.Path, ImportMode.Strict, new FormatLimits { RecordBytesMax = 8 })
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("record-file-too-large");
    }

    [Theory]
    [InlineData("{ \"goal\": \"Straighten the teeth.\" }", ".goal")]
    [InlineData("{ \"targets\": [{ \"measure\": \"overjet\", \"value\": 40, \"tolerance\": 0.5 }] }", ".targets[0].value")]
    [InlineData("{ \"targets\": [{ \"measure\": \"overjet\", \"value\": 2, \"tolerance\": 0 }] }", ".targets[0].tolerance")]
    [InlineData("{ \"overjetMm\": 2, \"targets\": [{ \"measure\": \"overjet\", \"value\": 3, \"tolerance\": 1 }] }", ".targets[0].measure")]
    public void A_goal_in_words_alone_and_targets_that_are_none_are_refused(string objectives, string place)
    {
        // CLN-07: "Straighten the teeth" alone is refused
        Result<CaseDescription> read = CaseJson.Read("case.json", Encoding.UTF8.GetBytes("{ \"objectives\": " + objectives + " }"));

        read.IsOk.ShouldBeFalse();
        read.Problems.ShouldHaveSingleItem().Location.ShouldBe("case.json, $.objectives" + place);
    }

    [Fact]
    public void Measurable_targets_beside_a_goal_in_words_are_read_and_written_back()
    {
        // CLN-05, CLN-06: Class I canines, 2 mm, 20 %, coincident
        byte[] bytes = Encoding.UTF8.GetBytes("""
            { "objectives": { "goal": "Straighten the teeth.", "canineClass": "I", "overjetMm": 2, "midlineMm": 0,
              "targets": [{ "measure": "overbite-share", "value": 20, "tolerance": 10 }] } }
            """);

        CaseDescription read = CaseJson.Read("case.json", bytes).Require();

        read.Objectives.Targets.ShouldHaveSingleItem().Measure.ShouldBe(ObjectiveMeasure.OverbiteShare);
        ObjectiveTargets.Lacking(read.Objectives).ShouldBeEmpty();
        CaseJson.Write(CaseJson.Read("case.json", CaseJson.Write(read)).Require()).ShouldBe(CaseJson.Write(read));
    }

    private static TemporaryFolder CaseWith(string records)
    {
        var folder = new TemporaryFolder();
        TriangleMesh sheet = MeshBytes.Sheet();
        folder.Write("scans/upper.ply", PlyWriter.Write(sheet));
        folder.Write("scans/upper.labels.json", LabelFile.Write(
            new ArchScan(Jaw.Upper, sheet, [.. Enumerable.Range(0, sheet.TriangleCount).Select(f => f % 3 == 0 ? 11 : 0)])));
        folder.Write("case.json", Encoding.UTF8.GetBytes("{ \"recordSet\": { " + records + " } }"));
        return folder;
    }
}
