using System.Text;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats.Tests.Presets;

/// <summary>PRF-01, PRF-10: a preset is a strict document; what is wrong with it is said where it stands.</summary>
public class PresetJsonTests
{
    [Fact]
    public void A_preset_holds_only_what_differs_and_reads_back_the_same()
    {
        PreferencePreset preset = Read("""{ "ipr": { "earliestStage": 5 }, "staging": { "pattern": "deep-bite", "phaseOrder": ["align", "level"] } }""").Require();

        preset.Options.Keys.ShouldBe(["ipr.earliestStage", "staging.pattern", "staging.phaseOrder"]);
        preset.Options["ipr.earliestStage"].ShouldBe(5);
        preset.Options["staging.pattern"].ShouldBe(MacroPattern.DeepBite);
        byte[] written = PresetJson.Write(preset);
        PresetJson.Read("again", written).Require().Sha256.ShouldBe(preset.Sha256);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(written)).ShouldBe(preset.Sha256);
    }

    [Theory]
    [InlineData("""{ "ipr": { "earlystStage": 5 } }""", "option-unknown", "p.json, $.options.ipr.earlystStage", "ipr.earliestStage is near")]
    [InlineData("""{ "irp": { "earliestStage": 5 } }""", "option-unknown", "p.json, $.options.irp.earliestStage", "ipr.earliestStage is near")]
    [InlineData("""{ "ipr": { "earliestStage": 5.5 } }""", "option-kind", "p.json, $.options.ipr.earliestStage", "a whole number")]
    [InlineData("""{ "ipr": { "earliestStage": "5" } }""", "option-kind", "p.json, $.options.ipr.earliestStage", "a whole number")]
    [InlineData("""{ "ipr": { "earliestStage": null } }""", "option-kind", "p.json, $.options.ipr.earliestStage", "a whole number")]
    [InlineData("""{ "ipr": { "maxPerContactMm": 1.5 } }""", "option-range", "p.json, $.options.ipr.maxPerContactMm", "above the greatest allowed 1 mm")]
    [InlineData("""{ "ipr": { "maxPerContactMm": -1 } }""", "option-range", "p.json, $.options.ipr.maxPerContactMm", "below the least allowed 0 mm")]
    [InlineData("""{ "staging": { "pattern": "sideways" } }""", "option-kind", "p.json, $.options.staging.pattern", "one of automatic")]
    [InlineData("""{ "staging": { "phaseOrder": ["align", "align"] } }""", "option-repeats", "p.json, $.options.staging.phaseOrder", "twice")]
    [InlineData("""{ "ipr": { "earliestStage": 5, "earliestStage": 6 } }""", "json-invalid", "p.json, line 1", "")]
    [InlineData("""{ "ipr": { }, "ipr": { } }""", "json-invalid", "p.json, line 1", "")]
    public void What_is_wrong_with_an_option_is_said_at_the_option(string options, string code, string location, string says)
    {
        Result<PreferencePreset> read = Read(options);

        read.IsOk.ShouldBeFalse();
        Problem problem = read.Problems.Single();
        (problem.Code, problem.Severity).ShouldBe((code, ProblemSeverity.Error));
        problem.Location.ShouldStartWith(location);
        problem.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("""{ "schema": "archwright.preferences/2", "id": "x", "version": "1", "title": "", "kind": "practice", "extends": "base", "options": {} }""", "$.schema")]
    [InlineData("""{ "schema": "archwright.preferences/1", "id": "a b", "version": "1", "title": "", "kind": "practice", "extends": "base", "options": {} }""", "$.id")]
    [InlineData("""{ "schema": "archwright.preferences/1", "id": "x", "version": "", "title": "", "kind": "practice", "extends": "base", "options": {} }""", "$.version")]
    [InlineData("""{ "schema": "archwright.preferences/1", "id": "x", "version": "1", "title": "", "kind": "practice", "options": {} }""", "$.extends")]
    [InlineData("""{ "schema": "archwright.preferences/1", "id": "x", "version": "1", "title": "", "kind": "base", "extends": "y", "options": {} }""", "$.extends")]
    [InlineData("""{ "schema": "archwright.preferences/1", "id": "x", "version": "1", "title": "", "kind": "doctor", "extends": "base", "patientGroup": "teen", "options": {} }""", "$.patientGroup")]
    [InlineData("""{ "schema": "archwright.preferences/1", "id": "x", "version": "1", "title": "", "kind": "patient-group", "extends": "base", "options": {} }""", "$.patientGroup")]
    [InlineData("""{ "schema": "archwright.preferences/1", "id": "x", "version": "1", "kind": "practice", "extends": "base", "options": {} }""", "title")]
    [InlineData("""{ "schema": "archwright.preferences/1", "id": "x", "version": "1", "title": "", "kind": "practice", "extends": "base", "options": {}, "optoins": {} }""", "optoins")]
    public void What_is_wrong_with_the_head_is_said_there(string json, string place)
    {
        Result<PreferencePreset> read = PresetJson.Read("p.json", Encoding.UTF8.GetBytes(json));

        read.IsOk.ShouldBeFalse();
        read.Problems.Single().ToString().ShouldContain(place);
    }

    [Fact]
    public void An_unusual_value_is_a_warning_with_value_and_limit()
    {
        Result<PreferencePreset> read = Read("""{ "ipr": { "maxPerContactMm": 0.5 } }""");

        Problem problem = read.Problems.Single();
        read.IsOk.ShouldBeTrue();
        (problem.Severity, problem.Measured, problem.Limit, problem.Unit).ShouldBe((ProblemSeverity.Warning, 0.5, 0.3, "mm"));
    }

    [Fact]
    public void A_folder_of_a_practice_stands_beside_the_shipped_presets()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ours.json", Document("""{ "ipr": { "earliestStage": 5 } }"""));
        folder.Write("notes.txt", "x"u8.ToArray());

        PresetFiles.All(folder.Path).Require().Select(p => p.Id).ShouldBe([.. PresetFiles.Shipped.Select(p => p.Id), "ours"]);
        folder.Write("bad.json", Document("""{ "ipr": { "earlystStage": 5 } }"""));
        PresetFiles.All(folder.Path).Problems.Single().Location.ShouldBe("bad.json, $.options.ipr.earlystStage");
        PresetFiles.All(Path.Combine(folder.Path, "none")).Problems.Single().Code.ShouldBe("folder-missing");
    }

    private static Result<PreferencePreset> Read(string options) => PresetJson.Read("p.json", Document(options));

    private static byte[] Document(string options) => Encoding.UTF8.GetBytes(
        $$"""{ "schema": "archwright.preferences/1", "id": "ours", "version": "1", "title": "Ours", "kind": "practice", "extends": "base", "options": {{options}} }""");
}
