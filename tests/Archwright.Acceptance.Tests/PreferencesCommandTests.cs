using System.Text.Json;

namespace Archwright.Acceptance.Tests;

/// <summary>PRF-01, PRF-05, PRF-10 through the real program: presets chosen by command line, case and folder; explained, compared, checked.</summary>
public class PreferencesCommandTests
{
    private const string Ours = """
        { "schema": "archwright.preferences/1", "id": "ours", "version": "3", "title": "Ours", "kind": "practice", "extends": "slow-and-safe",
          "options": { "ipr": { "earliestStage": 8 } } }
        """;

    private const string OfTheCase = """
        { "schema": "archwright.preferences/1", "id": "this-case", "version": "1", "title": "This case", "kind": "case",
          "options": { "velocity": { "bodilyMm": 0.12 } } }
        """;

    [Fact]
    public void A_plan_records_the_values_the_chain_and_each_ones_hash()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 6);
        Directory.CreateDirectory(scratch["presets"]);
        File.WriteAllText(scratch["presets", "ours.json"], Ours);
        File.WriteAllText(scratch["case", "preferences.json"], OfTheCase);
        File.WriteAllText(scratch["case", "case.json"], """{ "patientGroup": "teen", "preferences": "ours" }""");

        CommandLine.Outcome planned = CommandLine.Archwright("plan", scratch["case"], "-o", scratch["plan"], "--presets", scratch["presets"], "--no-models");

        planned.ExitCode.ShouldBeOneOf(0, 2);
        using JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(scratch["plan", "plan.json"]));
        JsonElement engine = plan.RootElement.GetProperty("engine");
        JsonElement[] chain = [.. engine.GetProperty("preferencesChain").EnumerateArray()];
        chain.Select(p => p.GetProperty("id").GetString()).ShouldBe(["base", "slow-and-safe", "ours", "teen", "this-case"]);
        chain.ShouldAllBe(p => p.GetProperty("sha256").GetString()!.Length == 64);
        chain[^1].GetProperty("sets")[0].GetString().ShouldBe("velocity.bodilyMm");
        JsonElement values = engine.GetProperty("preferences");
        values.GetProperty("ipr").GetProperty("earliestStage").GetInt32().ShouldBe(8);
        values.GetProperty("velocity").GetProperty("bodilyMm").GetDouble().ShouldBe(0.12);
        values.GetProperty("velocity").GetProperty("linearMm").GetDouble().ShouldBe(0.2);
        values.GetProperty("wear").GetProperty("hoursPerDay").GetDouble().ShouldBe(21);
        plan.RootElement.GetProperty("inputs").EnumerateArray().ShouldContain(f => f.GetProperty("path").GetString() == "preferences.json");
    }

    [Theory]
    [InlineData("no-such-preset", "preset-missing")]
    [InlineData("no-such-file.json", "file-missing")]
    public void A_preset_that_is_not_there_is_refused(string asked, string code)
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 6);

        CommandLine.Outcome planned = CommandLine.Archwright("plan", scratch["case"], "-o", scratch["plan"], "--preferences", asked);

        planned.ExitCode.ShouldBe(3);
        planned.Error.ShouldContain(code);
        Directory.Exists(scratch["plan"]).ShouldBeFalse();
    }

    [Fact]
    public void An_option_is_explained_with_value_range_source_and_the_preset_that_set_it()
    {
        // PRF-06
        CommandLine.Outcome outcome = CommandLine.Archwright("preferences", "explain", "ipr.earliestStage", "--preset", "slow-and-safe", "--json");

        outcome.ExitCode.ShouldBe(0);
        using JsonDocument json = JsonDocument.Parse(outcome.Output);
        JsonElement option = json.RootElement[0];
        option.GetProperty("value").GetInt32().ShouldBe(6);
        option.GetProperty("default").GetInt32().ShouldBe(3);
        option.GetProperty("unit").GetString().ShouldBe("stage");
        option.GetProperty("setBy").GetString().ShouldBe("slow-and-safe");
        option.GetProperty("summary").GetString()!.ShouldContain("enamel");
        option.GetProperty("steers").GetString()!.ShouldContain("stages");
        CommandLine.Archwright("preferences", "explain", "ipr").Output.Split('\n').Count(l => l.StartsWith("ipr.", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
        CommandLine.Archwright("preferences", "explain", "no.such").ExitCode.ShouldBe(4);
    }

    [Fact]
    public void Differences_are_listed_with_both_values()
    {
        CommandLine.Outcome outcome = CommandLine.Archwright("preferences", "diff", "base", "slow-and-safe");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.Split('\n').ShouldContain(l => l.StartsWith("ipr.earliestStage ", StringComparison.Ordinal) && l.Contains("3 (base) → 6 (slow-and-safe) stage", StringComparison.Ordinal));
        CommandLine.Archwright("preferences", "diff", "base", "base").Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_good_preset_is_good_and_a_bad_one_says_where()
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch["ours.json"], Ours);
        File.WriteAllText(scratch["bad.json"], Ours.Replace("earliestStage", "earlystStage", StringComparison.Ordinal));

        CommandLine.Outcome good = CommandLine.Archwright("preferences", "check", scratch["ours.json"]);
        CommandLine.Outcome bad = CommandLine.Archwright("preferences", "check", scratch["bad.json"], "--json");

        good.ExitCode.ShouldBe(0);
        good.Output.ShouldContain("base → slow-and-safe → ours");
        bad.ExitCode.ShouldBe(3);
        using JsonDocument json = JsonDocument.Parse(bad.Output);
        json.RootElement.GetProperty("problems")[0].GetProperty("location").GetString().ShouldBe("bad.json, $.options.ipr.earlystStage");
        CommandLine.Archwright("preferences", "list").Output.ShouldContain("slow-and-safe");
    }
}
