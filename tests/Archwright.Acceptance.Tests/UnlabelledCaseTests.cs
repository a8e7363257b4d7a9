using System.Text.Json.Nodes;
using Archwright.TestKit;

namespace Archwright.Acceptance.Tests;

/// <summary>
/// A case whose scans nobody has labelled is planned in one step, and what segmentation doubts blocks (REC-07, REC-11): the doubt names
/// tooth, border, confidence and what to do.
/// </summary>
public class UnlabelledCaseTests
{
    [Fact]
    public void A_scan_without_labels_is_labelled_and_planned_alike_on_any_threads_and_with_the_labels_that_segment_writes()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "spacing", seed: 5);
        foreach (string labels in Directory.GetFiles(scratch["case", "scans"], "*.labels.json"))
            File.Delete(labels);

        CommandLine.Outcome planned = CommandLine.Archwright("plan", scratch["case"], "-o", scratch["one"], "--no-models", "--threads", "1");
        CommandLine.Archwright("plan", scratch["case"], "-o", scratch["two"], "--no-models", "--threads", "2").ExitCode.ShouldBe(planned.ExitCode);

        planned.ExitCode.ShouldBeOneOf(0, 2);
        planned.Error.ShouldContain("labels-absent at scans/upper.ply");
        ScratchFolder.Fingerprint(scratch["two"]).ShouldBe(ScratchFolder.Fingerprint(scratch["one"]));
        foreach (string jaw in (string[])["upper", "lower"])
        {
            string labels = scratch["case", "scans", jaw + ".labels.json"];
            CommandLine.Archwright("segment", scratch["case", "scans", jaw + ".ply"], "--jaw", jaw, "-o", labels).ExitCode.ShouldBeOneOf(0, 2);
            File.ReadAllBytes(labels).ShouldBe(File.ReadAllBytes(scratch["one", "labels", jaw + ".labels.json"]));
        }

        CommandLine.Archwright("plan", scratch["case"], "-o", scratch["again"], "--no-models").ExitCode.ShouldBeOneOf(0, 2);
        foreach (string part in (string[])["stages", "target", "ipr", "attachments"])
            Document(scratch["again"])[part]!.ToJsonString().ShouldBe(Document(scratch["one"])[part]!.ToJsonString());

        File.AppendAllText(scratch["one", "labels", "upper.labels.json"], " ");
        CommandLine.Outcome verified = CommandLine.Archwright("verify", scratch["one"]);
        verified.ExitCode.ShouldBe(2);
        verified.Output.ShouldContain("labels/upper.labels.json");
    }

    [RealDataFact]
    public void A_real_case_without_its_labels_is_planned_and_doubtful_teeth_block()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(scratch["case"]);
        foreach (string scan in Directory.GetFiles(RealData.Case("striar-s2"), "*.ply"))
            File.Copy(scan, scratch["case", Path.GetFileName(scan)]);

        CommandLine.Outcome planned = CommandLine.Archwright("plan", scratch["case"], "-o", scratch["plan"], "--no-models");

        planned.ExitCode.ShouldBe(2, planned.Error);
        JsonObject[] held = [.. Document(scratch["plan"])["findings"]!.AsArray().Select(f => f!.AsObject()).Where(f => f["rule"]!.GetValue<string>() == "SEG001")];
        held.ShouldNotBeEmpty();
        held.ShouldAllBe(f => f["severity"]!.GetValue<string>() == "blocker" && f["tooth"] != null);
        string[] messages = [.. held.Select(f => f["message"]!.GetValue<string>())];
        messages.ShouldAllBe(m => m.Contains("labels.edits.json", StringComparison.Ordinal));

        // how sure it is of each tooth; surface that became no tooth has nothing to be sure of
        messages.Where(m => !m.Contains("(segment-part-left-out)", StringComparison.Ordinal)).ShouldNotBeEmpty();
        messages.ShouldAllBe(m => m.Contains("the risk that it is wrong is", StringComparison.Ordinal)
            || m.Contains("(segment-part-left-out)", StringComparison.Ordinal)
            || m.Contains("sure that the crown is ground, broken or none", StringComparison.Ordinal));
        Document(scratch["plan"])["teeth"]!.AsArray().Count.ShouldBe(28);
    }

    private static JsonObject Document(string plan) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(plan, "plan.json")))!.AsObject();
}
