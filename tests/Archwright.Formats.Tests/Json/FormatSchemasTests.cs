using System.Text.Json;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.TestKit;

namespace Archwright.Formats.Tests.Json;

public class FormatSchemasTests
{
    public static TheoryData<string, string> Schemas
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach ((string name, string text) in FormatSchemas.All)
                data.Add(name, text);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_schemas_in_docs_are_those_of_the_records(string name, string text) =>
        Golden.Matches(text, "docs", "formats", name);

    [Fact]
    public void An_option_carries_its_range_default_and_source()
    {
        using JsonDocument schema = JsonDocument.Parse(FormatSchemas.All.Single(s => s.FileName == "preferences.schema.json").Text);
        JsonElement option = schema.RootElement.GetProperty("properties").GetProperty("ipr").GetProperty("properties").GetProperty("maxPerContactMm");

        option.GetProperty("minimum").GetDouble().ShouldBe(0);
        option.GetProperty("maximum").GetDouble().ShouldBe(1);
        option.GetProperty("default").GetDouble().ShouldBe(0.3);
        option.GetProperty("description").GetString()!.ShouldContain("IPR-03");
    }

    [Fact]
    public void Preferences_keep_to_their_declared_ranges()
    {
        Result<TreatmentPreferences> defaults = PreferencesJson.Read("p", PreferencesJson.Write(new TreatmentPreferences()));
        PreferencesJson.Hash(defaults.Require()).ShouldBe(PreferencesJson.Hash(new TreatmentPreferences()));
        defaults.Problems.ShouldBeEmpty("a default is never unusual");
        PreferencesJson.Read("p", "{\"ipr\":{\"maxPerContactMm\":0.5}}"u8).Problems.Single().Severity.ShouldBe(ProblemSeverity.Warning);
        Problem beyond = PreferencesJson.Read("p", "{\"ipr\":{\"maxPerContactMm\":1.5}}"u8).Problems.Single();
        (beyond.Code, beyond.Location, beyond.Measured, beyond.Limit, beyond.Unit).ShouldBe(("option-range", "p, $.ipr.maxPerContactMm", 1.5, 1, "mm"));
    }
}
