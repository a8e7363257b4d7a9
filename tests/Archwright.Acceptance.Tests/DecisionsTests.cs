using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archwright.Acceptance.Tests;

/// <summary><c>archwright waive</c> and <c>archwright review</c>: what persons sign beside a plan, through the real program.</summary>
public sealed class DecisionsTests
{
    private static readonly string[] Doctor = ["--by", "Dr. Example", "--role", "treating-doctor", "--on", "2026-11-30"];

    [Fact]
    public void A_waiver_names_who_why_which_finding_and_which_version_and_holds_for_no_other()
    {
        // CHK-07: a canine that goes too fast blocks until the treating doctor signs for it
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
        PlanCopy.Restage(scratch, 2, (13, "facial", 0.21));
        Waive(scratch, 4, Doctor);
        Waive(scratch, 3, "--by", "T. Example", "--role", "technician", "--reason", "customer waits").Error.ShouldContain("only the treating doctor");
        File.Exists(scratch["plan", "waivers.json"]).ShouldBeFalse();

        CommandLine.Outcome outcome = Waive(scratch, 0, [.. Doctor, "--tooth", "13", "--reason", "short root, seen weekly"]);

        outcome.Output.ShouldContain("waived   MOV010");
        JsonNode waiver = JsonNode.Parse(File.ReadAllText(scratch["plan", "waivers.json"]))!["waivers"]!.AsArray().ShouldHaveSingleItem()!;
        waiver["planSha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(scratch["plan", "plan.json"]))));
        (waiver["by"]!.GetValue<string>(), waiver["reason"]!.GetValue<string>()).ShouldBe(("Dr. Example", "short root, seen weekly"));
        Standing(scratch, expected: 0).GetProperty("waivers").EnumerateArray().ShouldHaveSingleItem().GetProperty("rule").GetString().ShouldBe("MOV010");
        File.ReadAllText(scratch["plan", "review.html"]).ShouldContain("short root, seen weekly");

        // a plan that has changed is another version: nothing is signed in it
        PlanCopy.Edit(scratch, plan => plan["caseLabel"] = "another");
        Standing(scratch, expected: 2).GetProperty("notCounted").EnumerateArray().ShouldHaveSingleItem().GetString()!.ShouldContain("another version");
        CommandLine.Archwright("check", scratch["plan"], "--waivers", scratch["absent.json"]).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void A_plan_is_initial_until_every_question_of_the_review_is_answered_for_this_version()
    {
        // CHK-06, STG-09
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
        PlanCopy.Restage(scratch, 1);
        CommandLine.Outcome blank = CommandLine.Archwright("review", scratch["plan"], "--form", scratch["form.json"], "--by", "R. Example");
        blank.ExitCode.ShouldBe(2);
        blank.Output.ShouldContain("initial: not approvable");
        JsonObject form = JsonNode.Parse(File.ReadAllText(scratch["form.json"]))!.AsObject();
        form["answers"]!.AsArray().Count.ShouldBe(13);
        foreach (JsonNode? answer in form["answers"]!.AsArray())
        {
            answer!["decision"] = "accept";
            answer!["remark"] = "looked at, stage by stage";
        }

        Review(scratch, form, 0, "reviewed: approvable");
        File.ReadAllText(scratch["plan", "review.html"]).ShouldContain("looked at, stage by stage");
        form["answers"]![3]!["decision"] = null;
        Review(scratch, form, 2, "staging: not answered");
    }

    private static void Review(ScratchFolder scratch, JsonObject answers, int expected, string says)
    {
        File.WriteAllText(scratch["answers.json"], answers.ToJsonString());
        CommandLine.Outcome outcome = CommandLine.Archwright("review", scratch["plan"], "--answers", scratch["answers.json"]);
        outcome.ExitCode.ShouldBe(expected, outcome.Output + outcome.Error);
        outcome.Output.ShouldContain(says);
    }

    private static CommandLine.Outcome Waive(ScratchFolder scratch, int expected, params string[] rest)
    {
        CommandLine.Outcome outcome = CommandLine.Archwright(["waive", scratch["plan"], "--finding", "MOV010", .. rest]);
        outcome.ExitCode.ShouldBe(expected, outcome.Output + outcome.Error);
        return outcome;
    }

    private static JsonElement Standing(ScratchFolder scratch, int expected)
    {
        CommandLine.Outcome outcome = CommandLine.Archwright("check", scratch["plan"], "--json");
        outcome.ExitCode.ShouldBe(expected, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement.GetProperty("standing");
    }
}
