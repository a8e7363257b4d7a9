using System.Text.Json;
using Archwright.Dental;
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
    public void The_schema_of_a_preset_knows_every_option()
    {
        using JsonDocument schema = JsonDocument.Parse(FormatSchemas.All.Single(s => s.FileName == "preset.schema.json").Text);
        JsonElement categories = schema.RootElement.GetProperty("properties").GetProperty("options").GetProperty("properties");

        foreach (PreferenceOption option in PreferenceCatalogue.All)
        {
            string[] path = option.Path.Split('.');
            categories.GetProperty(path[0]).GetProperty("properties").TryGetProperty(path[1], out _).ShouldBeTrue(option.Path);
        }
    }
}
