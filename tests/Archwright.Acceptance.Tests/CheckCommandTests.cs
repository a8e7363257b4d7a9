using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archwright.Acceptance.Tests;

/// <summary><c>archwright check</c> on plan folders, edited and foreign ones (CHK-01, CHK-10, VEL-22), through the real program.</summary>
public sealed class CheckCommandTests(CheckCommandTests.OnePlan one) : IClassFixture<CheckCommandTests.OnePlan>
{
    [Fact]
    public void A_canine_retracted_bodily_by_0_35_mm_a_tray_never_passes()
    {
        // VEL-15: the fixture that must always fail
        using var scratch = new ScratchFolder();
        Plan(scratch);
        Restage(scratch, 4, (13, "mesial", -0.35));

        JsonElement[] found = Check(scratch, 2).Found("MOV010");

        found.ShouldContain(f => f.GetProperty("tooth").GetInt32() == 13 && Math.Abs(f.GetProperty("measured").GetDouble() - 0.35) < 1e-6);
    }

    [Fact]
    public void Four_millimetres_of_anterior_intrusion_in_14_trays_never_pass()
    {
        // VEL-16: the fixture that must always fail
        using var scratch = new ScratchFolder();
        Plan(scratch);
        Restage(scratch, 14, [.. new[] { 12, 11, 21, 22 }.Select(fdi => (fdi, "occlusal", -4.0 / 14))]);

        JsonElement[] found = Check(scratch, 2).Found("MOV012");

        found.Select(f => f.GetProperty("tooth").GetInt32()).ShouldBe([12, 11, 21, 22], ignoreOrder: true);
        found.ShouldAllBe(f => Math.Abs(f.GetProperty("measured").GetDouble() - (4.0 / 14)) < 1e-6);
    }

    [Fact]
    public void What_a_folder_says_of_itself_is_not_believed_and_a_loosened_limit_is_seen()
    {
        // VEL-22: the plan allows itself 0.4 mm a tray, and its findings are gone
        using var scratch = new ScratchFolder();
        Plan(scratch);
        Restage(scratch, 4, (13, "mesial", -0.35));
        Edit(scratch, plan =>
        {
            plan["findings"] = new JsonArray();
            foreach (string limit in new[] { "bodilyMm", "linearMm" })
                plan["engine"]!["preferences"]!["velocity"]![limit] = 0.4;
        });

        Outcome own = Check(scratch, expected: null);
        own.Found("PLN002").Length.ShouldBeGreaterThanOrEqualTo(2);
        own.Found("PLN000").Length.ShouldBe(1);
        Check(scratch, 2, "--preferences", "base").Found("MOV010").ShouldNotBeEmpty();
    }

    [Fact]
    public void A_fresh_plan_gets_the_findings_it_was_written_with_and_two_verdicts()
    {
        using var scratch = new ScratchFolder();
        Plan(scratch);
        JsonNode plan = JsonNode.Parse(File.ReadAllText(scratch["plan", "plan.json"]))!;

        Outcome checkedPlan = Check(scratch, expected: plan["summary"]!["blockers"]!.GetValue<int>() == 0 ? 0 : 2);

        JsonElement root = checkedPlan.Json.RootElement;
        root.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("message").GetString())
            .ShouldBe(plan["findings"]!.AsArray().Select(f => f!["message"]!.GetValue<string>()));
        root.GetProperty("preferences").GetArrayLength().ShouldBe(plan["preferences"]!.AsArray().Count);
        root.GetProperty("verdicts").GetProperty("software").GetString().ShouldNotBeNullOrWhiteSpace();
        root.GetProperty("verdicts").GetProperty("biology").GetString().ShouldNotBeNullOrWhiteSpace();
        root.GetProperty("rootCauses").EnumerateArray().Select(c => c.GetProperty("cause").GetString())
            .ShouldBe(["planning", "diagnostic", "biological", "compliance"]);
    }

    [Fact]
    public void A_changed_hash_is_one_more_finding_and_a_folder_without_outputs_is_judged_all_the_same()
    {
        using var scratch = new ScratchFolder();
        Plan(scratch);
        string tooth = scratch["plan", "teeth", "11.ply"];
        byte[] bytes = File.ReadAllBytes(tooth);
        bytes[^1] ^= 1;
        int before = Check(scratch, expected: null).Json.RootElement.GetProperty("findings").GetArrayLength();

        File.WriteAllBytes(tooth, bytes);
        Outcome changed = Check(scratch, expected: null);
        changed.Found("PLN000").Single().GetProperty("message").GetString()!.ShouldContain("teeth/11.ply");
        changed.Json.RootElement.GetProperty("findings").GetArrayLength().ShouldBe(before + 1);

        Edit(scratch, plan => plan["outputs"] = new JsonArray());
        Check(scratch, expected: null).Found("PLN000").Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void An_absent_mesh_and_a_malformed_document_are_refused_where_they_stand()
    {
        using var scratch = new ScratchFolder();
        Plan(scratch);
        string document = scratch["plan", "plan.json"];
        string text = File.ReadAllText(document);

        File.Delete(scratch["plan", "teeth", "11.ply"]);
        Refused(scratch, "teeth/11.ply");
        File.WriteAllText(document, text[..(text.Length / 2)]);
        Refused(scratch, "plan.json, line");
        File.WriteAllText(document, text.Replace("\"caseLabel\"", "\"caseLable\"", StringComparison.Ordinal));
        Refused(scratch, "caseLable");
        File.Delete(document);
        Refused(scratch, "plan.json");
    }

    /// <summary>A copy of the one plan of these tests, to be edited.</summary>
    private void Plan(ScratchFolder scratch)
    {
        foreach (string file in Directory.GetFiles(one.Folder, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(scratch["plan"], Path.GetRelativePath(one.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static Outcome Check(ScratchFolder scratch, int? expected, params string[] options)
    {
        CommandLine.Outcome outcome = CommandLine.Archwright(["check", scratch["plan"], "--json", .. options]);
        if (expected is { } code)
            outcome.ExitCode.ShouldBe(code, outcome.Error);
        else
            outcome.ExitCode.ShouldBeOneOf(0, 2);
        return new Outcome(JsonDocument.Parse(outcome.Output));
    }

    private static void Refused(ScratchFolder scratch, string says)
    {
        CommandLine.Outcome outcome = CommandLine.Archwright("check", scratch["plan"]);

        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain(says);
    }

    /// <summary>Writes other stages: all teeth stand but those named, which go along an axis of their frame by as much in each tray.</summary>
    private static void Restage(ScratchFolder scratch, int trays, params (int Fdi, string Axis, double Mm)[] moves) => Edit(scratch, plan =>
    {
        JsonNode still = plan["stages"]![0]!;
        var stages = new JsonArray { still.DeepClone() };
        for (int k = 1; k <= trays; k++)
        {
            JsonNode stage = still.DeepClone();
            stage["index"] = k;
            stage["wearDays"] = 14;
            foreach ((int fdi, string axis, double mm) in moves)
            {
                JsonNode frame = plan["teeth"]!.AsArray().Single(t => t!["fdi"]!.GetValue<int>() == fdi)!["frame"]!;
                stage["poses"]![$"{fdi}"]!["t"] = new JsonArray(
                    [.. frame[axis]!.AsArray().Select(c => JsonValue.Create(c!.GetValue<double>() * mm * k))]);
            }

            stages.Add(stage);
        }

        plan["stages"] = stages;
        foreach (string end in new[] { "target", "programmed" })
            plan[end]!["poses"] = stages[trays]!["poses"]!.DeepClone();
        foreach (string list in new[] { "ipr", "attachments", "auxiliaries", "events", "expected" })
            plan[list] = new JsonArray();
        plan.Remove("strategy");
        plan.Remove("outcome");
    });

    private static void Edit(ScratchFolder scratch, Action<JsonObject> edit)
    {
        string document = scratch["plan", "plan.json"];
        JsonObject plan = JsonNode.Parse(File.ReadAllText(document))!.AsObject();
        edit(plan);
        File.WriteAllText(document, plan.ToJsonString());
    }

    /// <summary>A small plan, made once.</summary>
    public sealed class OnePlan : IDisposable
    {
        private readonly ScratchFolder _scratch = new();

        public OnePlan()
        {
            SampleCase.Make(_scratch["case"], "ideal", seed: 6);
            CommandLine.Archwright("plan", _scratch["case"], "-o", Folder, "--no-models").ExitCode.ShouldBeOneOf(0, 2);
        }

        public string Folder => _scratch["plan"];

        public void Dispose() => _scratch.Dispose();
    }

    private sealed record Outcome(JsonDocument Json)
    {
        public JsonElement[] Found(string rule) =>
            [.. Json.RootElement.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("rule").GetString() == rule)];
    }
}
