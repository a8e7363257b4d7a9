using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archwright.Acceptance.Tests;

/// <summary><c>archwright check</c> on plan folders, edited and foreign ones (CHK-01, CHK-10, VEL-22), through the real program.</summary>
public sealed class CheckCommandTests
{
    [Fact]
    public void A_canine_retracted_bodily_by_0_35_mm_a_tray_never_passes()
    {
        // VEL-15: the fixture that must always fail
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
        PlanCopy.Restage(scratch, 4, (13, "mesial", -0.35));

        JsonElement[] found = Check(scratch, 2).Found("MOV010");

        found.ShouldContain(f => f.GetProperty("tooth").GetInt32() == 13 && Math.Abs(f.GetProperty("measured").GetDouble() - 0.35) < 1e-6);
    }

    [Fact]
    public void Four_millimetres_of_anterior_intrusion_in_14_trays_never_pass()
    {
        // VEL-16: the fixture that must always fail
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
        PlanCopy.Restage(scratch, 14, [.. new[] { 12, 11, 21, 22 }.Select(fdi => (fdi, "occlusal", -4.0 / 14))]);

        JsonElement[] found = Check(scratch, 2).Found("MOV012");

        found.Select(f => f.GetProperty("tooth").GetInt32()).ShouldBe([12, 11, 21, 22], ignoreOrder: true);
        found.ShouldAllBe(f => Math.Abs(f.GetProperty("measured").GetDouble() - (4.0 / 14)) < 1e-6);
    }

    [Fact]
    public void Their_nearest_legal_neighbours_break_no_limit_of_velocity()
    {
        // VEL-15 at 0.20 mm a tray, VEL-16 in as many trays as the intrusion limit asks for
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
        PlanCopy.Restage(scratch, 4, (13, "mesial", -0.2));
        Check(scratch, expected: null).Velocity().ShouldBeEmpty();

        PlanCopy.Restage(scratch, 20, [.. new[] { 12, 11, 21, 22 }.Select(fdi => (fdi, "occlusal", -0.2))]);
        Check(scratch, expected: null).Velocity().ShouldBeEmpty();
    }

    [Fact]
    public void No_part_of_a_plan_that_tells_of_its_poses_changes_what_the_poses_are_judged_to_be()
    {
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
        PlanCopy.Restage(scratch, 4, (13, "mesial", -0.35));
        Outcome honest = Check(scratch, 2);
        HasItsLimitsAndRisks(honest.Json.RootElement);

        PlanCopy.Edit(scratch, plan =>
        {
            foreach (string list in new[] { "findings", "preferences", "limits", "risks", "measures", "expected" })
                plan[list] = new JsonArray();
            plan["summary"]!["blockers"] = 0;
            plan["summary"]!["approvable"] = true;
            plan["summary"]!["state"] = "reviewed";
            plan["events"] = new JsonArray(new JsonObject { ["fdi"] = 13, ["kind"] = "hold", ["movement"] = "all", ["from"] = 1, ["to"] = 4, ["cause"] = "stands still" });
            foreach (JsonNode? stage in plan["stages"]!.AsArray())
                stage!["design"] = null;
        });
        Outcome boasting = Check(scratch, 2);

        // an event that says why answers only the rule that asks for causes
        boasting.Messages().ShouldBe(honest.Messages().Where(m => !m.StartsWith("STG002", StringComparison.Ordinal)));
        boasting.Json.RootElement.GetProperty("standing").GetProperty("state").GetString().ShouldBe("initial");
    }

    // CHK-05, STG-07: every planned movement against a published limit, and the four risks with their basis
    private static void HasItsLimitsAndRisks(JsonElement root)
    {
        JsonElement[] limits = [.. root.GetProperty("limits").EnumerateArray()];
        limits.ShouldAllBe(l => l.GetProperty("fdi").GetInt32() == 13 && l.GetProperty("source").GetString()!.Length > 10);
        JsonElement bodily = limits.Single(l => l.GetProperty("component").GetString() == "horizontal");
        (bodily.GetProperty("type").GetString(), bodily.GetProperty("preference").GetString(), bodily.GetProperty("published").GetDouble())
            .ShouldBe(("bodily-translation", "velocity.bodilyMm", 0.2));
        bodily.GetProperty("measured").GetDouble().ShouldBe(0.35, 1e-4);
        JsonElement[] risks = [.. root.GetProperty("risks").EnumerateArray()];
        risks.Select(r => r.GetProperty("risk").GetString()).ShouldBe(["loss-of-tracking", "anchorage-failure", "excess-refinement", "biological-overload"]);
        risks.ShouldAllBe(r => r.GetProperty("basis").GetString()!.Length > 10);
        risks[0].GetProperty("isRaised").GetBoolean().ShouldBeTrue();
        risks[0].GetProperty("measured").GetDouble().ShouldBe(1.75, 1e-3);
        risks[0].GetProperty("rules").EnumerateArray().Select(r => r.GetString()).ShouldContain("MOV010");
        risks[1].GetProperty("isRaised").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Each_stage_has_its_design_record()
    {
        // STG-10, IPR-09, ATT-12: what the stage's trays move, hold on to and come after
        using JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SamplePlan.Ideal.Folder, "plan.json")));
        JsonElement root = plan.RootElement;
        JsonElement[] designs = [.. root.GetProperty("stages").EnumerateArray().Skip(1).Select(s => s.GetProperty("design"))];

        designs.ShouldAllBe(d => d.GetProperty("moves").GetArrayLength() > 0);
        JsonElement[] attachments = [.. root.GetProperty("attachments").EnumerateArray()];
        attachments.ShouldNotBeEmpty();
        foreach (JsonElement a in attachments)
        {
            string mesh = a.GetProperty("mesh").GetString()!;
            int[] worn = [.. Enumerable.Range(1, designs.Length).Where(k => Names(designs[k - 1], "attachments").Contains(mesh))];
            worn.ShouldBe(Enumerable.Range(a.GetProperty("on").GetInt32(), worn.Length));
            worn[^1].ShouldBe(a.GetProperty("off").GetInt32());
            Names(designs[worn[0] - 1], "bonded").ShouldContain(mesh);
        }

        root.GetProperty("ipr").GetArrayLength().ShouldBe(designs.Sum(d => d.GetProperty("ipr").GetArrayLength()));

        static string[] Names(JsonElement design, string list) => [.. design.GetProperty(list).EnumerateArray().Select(n => n.GetString()!)];
    }

    [Fact]
    public void What_a_folder_says_of_itself_is_not_believed_and_a_loosened_limit_is_seen()
    {
        // VEL-22: the plan allows itself 0.4 mm a tray, and its findings are gone
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
        PlanCopy.Restage(scratch, 4, (13, "mesial", -0.35));
        PlanCopy.Edit(scratch, plan =>
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
        PlanCopy.Into(scratch);
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
        PlanCopy.Into(scratch);
        string tooth = scratch["plan", "teeth", "11.ply"];
        byte[] bytes = File.ReadAllBytes(tooth);
        bytes[^1] ^= 1;
        int before = Check(scratch, expected: null).Json.RootElement.GetProperty("findings").GetArrayLength();

        File.WriteAllBytes(tooth, bytes);
        Outcome changed = Check(scratch, expected: null);
        changed.Found("PLN000").Single().GetProperty("message").GetString()!.ShouldContain("teeth/11.ply");
        changed.Json.RootElement.GetProperty("findings").GetArrayLength().ShouldBe(before + 1);

        PlanCopy.Edit(scratch, plan => plan["outputs"] = new JsonArray());
        Check(scratch, expected: null).Found("PLN000").Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void An_absent_mesh_and_a_malformed_document_are_refused_where_they_stand()
    {
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
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

    private sealed record Outcome(JsonDocument Json)
    {
        public JsonElement[] Found(string rule) =>
            [.. Json.RootElement.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("rule").GetString() == rule)];

        public string[] Messages() =>
            [.. Json.RootElement.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("rule").GetString()} {f.GetProperty("message").GetString()}")];

        // MOV001 … MOV012 are the limits a tray; the others judge the month and the way
        public string[] Velocity() => [.. Messages().Where(m => m.StartsWith("MOV0", StringComparison.Ordinal) && string.CompareOrdinal(m, "MOV013") < 0)];
    }
}
