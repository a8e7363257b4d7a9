using System.IO.Compression;
using System.Text.Json;

namespace Archwright.Acceptance.Tests;

/// <summary><c>segment</c> and <c>landmarks</c> through the real program: what they write, say and refuse.</summary>
public class SegmentCommandTests
{
    [Fact]
    public void A_scan_is_labelled_corrected_and_its_landmarks_written()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "spacing", seed: 6);
        string scan = scratch["case", "scans", "lower.ply"];
        string labels = scratch["lower.labels.json"];

        CommandLine.Outcome segmented = CommandLine.Archwright("segment", scan, "-o", labels, "--json");

        segmented.ExitCode.ShouldBeOneOf(0, 2);
        using JsonDocument said = JsonDocument.Parse(segmented.Output);
        said.RootElement.GetProperty("jaw").GetString().ShouldBe("lower");
        JsonElement tooth = said.RootElement.GetProperty("teeth")[0];
        tooth.GetProperty("borders").GetArrayLength().ShouldBeGreaterThan(0);
        (segmented.ExitCode == 0).ShouldBe(said.RootElement.GetProperty("doubts").GetArrayLength() == 0);
        File.Exists(scratch["lower.labels.confidence.json"]).ShouldBeTrue();
        int fdi = tooth.GetProperty("fdi").GetInt32();

        File.WriteAllText(scratch["edits.json"], $$"""{"schema":"archwright.label-edits/1","by":"test","edits":[{"kind":"remove","fdi":{{fdi}}}]}""");
        CommandLine.Outcome corrected = CommandLine.Archwright("segment", scan, "--edits", scratch["edits.json"], "-o", scratch["corrected.json"]);
        corrected.Output.ShouldContain("1 edits applied in");
        Labels(scratch["corrected.json"]).ShouldBe(Labels(labels).Select(l => l == fdi ? 0 : l));

        CommandLine.Outcome found = CommandLine.Archwright("landmarks", scan, "--labels", labels, "-o", scratch["landmarks.json"], "--json");
        found.ExitCode.ShouldBe(0, found.Error);
        using JsonDocument landmarks = JsonDocument.Parse(File.ReadAllBytes(scratch["landmarks.json"]));
        landmarks.RootElement.EnumerateArray().ShouldAllBe(l => l.GetProperty("xyz").GetArrayLength() == 3 && l.GetProperty("confidence").GetDouble() <= 1);
        using JsonDocument summary = JsonDocument.Parse(found.Output);
        summary.RootElement.GetProperty("landmarks").GetInt32().ShouldBe(landmarks.RootElement.GetArrayLength());
    }

    [Fact]
    public void Labels_that_came_with_a_scan_are_corrected_by_the_same_edits_by_segment_and_by_plan()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "spacing", seed: 6);
        string scan = scratch["case", "scans", "lower.ply"];
        string labels = scratch["case", "scans", "lower.labels.json"];
        int[] given = Labels(labels, "face_labels");
        File.WriteAllText(
            scratch["case", "labels.edits.json"],
            """{"schema":"archwright.label-edits/1","by":"test","edits":[{"kind":"remove","fdi":47},{"kind":"renumber","fdi":37,"to":38},{"kind":"confirm","fdi":38}]}""");

        CommandLine.Outcome corrected = CommandLine.Archwright(
            "segment", scan, "--labels", labels, "--edits", scratch["case", "labels.edits.json"], "-o", scratch["lower.json"]);
        CommandLine.Outcome planned = CommandLine.Archwright("plan", scratch["case"], "-o", scratch["plan"], "--no-models");

        corrected.ExitCode.ShouldBe(0, corrected.Error);
        int[] faces = Labels(scratch["lower.json"], "face_labels");
        faces.ShouldNotContain(47);
        Enumerable.Range(0, given.Length).Where(f => given[f] != 47).ShouldAllBe(f => faces[f] == (given[f] == 37 ? 38 : given[f]));
        planned.ExitCode.ShouldBeOneOf(0, 2);
        File.ReadAllBytes(scratch["plan", "labels", "lower.labels.json"]).ShouldBe(File.ReadAllBytes(scratch["lower.json"]));
        File.Exists(scratch["plan", "labels", "upper.labels.json"]).ShouldBeFalse();
        File.Exists(scratch["plan", "teeth", "38.ply"]).ShouldBeTrue();
        File.Exists(scratch["plan", "teeth", "47.ply"]).ShouldBeFalse();
        // a plan with blockers verifies as one
        CommandLine.Archwright("verify", scratch["plan"]).ExitCode.ShouldBe(planned.ExitCode);
        CommandLine.Archwright("segment", scan, "--labels", labels, "--jaw", "upper", "-o", scratch["upper.json"]).ExitCode.ShouldBe(3);
        File.Exists(scratch["upper.json"]).ShouldBeFalse();
    }

    [Fact]
    public void A_zipped_case_is_inspected_and_a_hostile_one_refused()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 6);
        ZipFile.CreateFromDirectory(scratch["case"], scratch["case.zip"]);
        using (ZipArchive archive = ZipFile.Open(scratch["hostile.zip"], ZipArchiveMode.Create))
            archive.CreateEntryFromFile(scratch["case", "case.json"], "../case.json");

        CommandLine.Outcome inspected = CommandLine.Archwright("inspect", scratch["case.zip"], "--json");
        inspected.ExitCode.ShouldBe(CommandLine.Archwright("inspect", scratch["case"], "--json").ExitCode, inspected.Error);
        CommandLine.Outcome refused = CommandLine.Archwright("plan", scratch["hostile.zip"], "-o", scratch["plan"]);
        refused.ExitCode.ShouldBe(3);
        refused.Error.ShouldContain("zip-path");
        Directory.Exists(scratch["plan"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"by":"t","edits":[{"kind":"remove","fdi":19}]}""", "edits.json, $.edits[0].fdi")]
    [InlineData("""{"by":"t","edits":[{"kind":"confirm","fdi":38},{"kind":"renumber","fdi":36,"to":16}]}""", "edits.json, $.edits[1].to")]
    [InlineData("""{"by":"t","edit":[]}""", "edits.json, line 1")]
    public void Edits_that_do_not_fit_are_refused_by_their_path_and_nothing_is_written(string edits, string where)
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 6);
        File.WriteAllText(scratch["edits.json"], edits);

        CommandLine.Outcome outcome = CommandLine.Archwright(
            "segment", scratch["case", "scans", "lower.ply"], "--edits", scratch["edits.json"], "-o", scratch["labels.json"]);

        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain(where);
        File.Exists(scratch["labels.json"]).ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_scan_no_jaw_or_no_label_file_is_refused()
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch["empty.ply"], "ply\nformat ascii 1.0\nelement vertex 0\nproperty float x\nproperty float y\nproperty float z\nelement face 0\nproperty list uchar int vertex_indices\nend_header\n");
        File.WriteAllText(scratch["bad.labels.json"], """{"jaw":"upper","labels":[11,99]}""");

        CommandLine.Outcome empty = CommandLine.Archwright("segment", scratch["empty.ply"], "-o", scratch["labels.json"]);
        empty.ExitCode.ShouldBe(3);
        empty.Error.ShouldContain("empty.ply");
        CommandLine.Archwright("segment", scratch["absent.ply"], "-o", scratch["labels.json"]).ExitCode.ShouldBe(3);
        CommandLine.Archwright("segment", scratch["empty.ply"], "--jaw", "middle", "-o", scratch["labels.json"]).ExitCode.ShouldBe(4);
        CommandLine.Archwright("segment", scratch["empty.ply"]).ExitCode.ShouldBe(4);
        File.Exists(scratch["labels.json"]).ShouldBeFalse();

        SampleCase.Make(scratch["case"], "ideal", seed: 6);
        CommandLine.Outcome bad = CommandLine.Archwright(
            "landmarks", scratch["case", "scans", "upper.ply"], "--labels", scratch["bad.labels.json"], "-o", scratch["landmarks.json"]);
        bad.ExitCode.ShouldBe(3);
        bad.Error.ShouldContain("bad.labels.json, $.labels");
        File.Exists(scratch["landmarks.json"]).ShouldBeFalse();
    }

    private static int[] Labels(string path, string key = "labels")
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty(key).EnumerateArray().Select(e => e.GetInt32())];
    }
}
