using System.Text.Json;

namespace Archwright.Acceptance.Tests;

/// <summary>What a plan is expected to reach, through the real program: plan, letter, compare.</summary>
public class OutcomeCommandTests
{
    [Fact]
    public void A_plan_states_its_aligners_its_duration_and_its_predicted_outcome_and_its_letter_says_what_falls_short()
    {
        // OUT-01, CHK-08, OVC-03, EDU-03
        using var scratch = new ScratchFolder();
        CommandLine.Outcome planned = SamplePlan.Crowded.Planned;

        planned.Output.ShouldContain("trays");
        planned.Output.ShouldContain("weeks");
        planned.Output.ShouldContain("predicted outcome at 22 hours a day");
        using JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SamplePlan.Crowded.Folder, "plan.json")));
        JsonElement root = plan.RootElement;
        root.GetProperty("expected").GetArrayLength().ShouldBe(root.GetProperty("stages").GetArrayLength());
        root.GetProperty("target").GetProperty("poses").EnumerateObject().Count().ShouldBe(root.GetProperty("teeth").GetArrayLength());
        root.GetProperty("outcome").GetProperty("refinementProbability").GetDouble().ShouldBeInRange(0, 1);

        CommandLine.Outcome letter = CommandLine.Archwright("letter", SamplePlan.Crowded.Folder, "-o", scratch["letter.md"], "--alternatives", "1");

        letter.ExitCode.ShouldBe(0, letter.Error);
        string text = File.ReadAllText(scratch["letter.md"]);
        text.ShouldContain("## What will under-express");
        text.ShouldContain("short by");
        text.ShouldContain("OUT001");
        text.ShouldContain("clinical.md 1.1");
        string section = text.Split("\n### ").Skip(1).ShouldHaveSingleItem();
        section.ShouldContain("1. Overcorrect this movement by");
        section.ShouldContain("\n2. ");
    }

    [Fact]
    public void Two_preferences_are_compared_on_one_case()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 5);

        CommandLine.Outcome compared = CommandLine.Archwright(
            "compare", scratch["case"], "--preferences", "base", "--preferences", "clearcorrect-standard", "--json");

        compared.ExitCode.ShouldBe(0, compared.Error);
        using JsonDocument json = JsonDocument.Parse(compared.Output);
        JsonElement[] variants = [.. json.RootElement.GetProperty("variants").EnumerateArray()];
        variants.Select(v => v.GetProperty("preferences").GetString()).ShouldBe(["base", "clearcorrect-standard"]);
        variants[1].GetProperty("trays").GetInt32().ShouldBeLessThanOrEqualTo(variants[0].GetProperty("trays").GetInt32());
        CommandLine.Archwright("compare", scratch["case"], "--preferences", "base").ExitCode.ShouldBe(4);
    }
}
