using System.Text.Json;
using System.Text.Json.Nodes;
using Archwright.Dental;
using Archwright.Formats.Review;
using Archwright.TestKit;

namespace Archwright.Formats.Tests.Review;

public sealed class ReviewPageTests
{
    private const string Template =
        $"<html><script type=\"application/json\">{ReviewPage.Placeholder}</script><p>after</p></html>";

    [Fact]
    public void Data_stands_where_the_placeholder_stood_and_nothing_else_changes()
    {
        string page = ReviewPage.Build(Template, ReviewSample.Data());
        page.ShouldStartWith("<html><script type=\"application/json\">{\"schema\":\"archwright.review/1\"");
        page.ShouldEndWith("}</script><p>after</p></html>");
        page.ShouldNotContain(ReviewPage.Placeholder);
    }

    [Fact]
    public void Every_tooth_has_a_mesh_and_movements_in_arch_order()
    {
        using JsonDocument json = Parse(ReviewSample.Data());
        Fdis(json, "teeth").ShouldBe([11, 21, 31]);
        Fdis(json, "movements").ShouldBe([11, 21, 31]);
        Fdis(json.RootElement.GetProperty("plan"), "teeth").ShouldBe([11, 21, 31]);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("a & b \u2028 \"quoted\" é")]
    public void No_text_of_a_case_ends_or_confuses_its_script_element(string label)
    {
        ReviewData data = ReviewSample.Data(label);
        ReviewPage.Json(data).ShouldNotContain('<');
        using JsonDocument json = Parse(data);
        json.RootElement.GetProperty("plan").GetProperty("caseLabel").GetString().ShouldBe(label);
    }

    [Fact]
    public void A_case_label_like_the_placeholder_is_only_text()
    {
        string page = ReviewPage.Build(Template, ReviewSample.Data(ReviewPage.Placeholder));
        page.Split(ReviewPage.Placeholder).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData($"{ReviewPage.Placeholder} and {ReviewPage.Placeholder}")]
    public void A_template_without_exactly_one_place_is_refused(string template) =>
        Should.Throw<ArgumentException>(() => ReviewPage.Build(template, ReviewSample.Data()));

    [Fact]
    public void The_same_data_gives_the_same_bytes_in_any_order_of_teeth()
    {
        ReviewData data = ReviewSample.Data();
        ReviewData shuffled = data with { Teeth = [data.Teeth[2], data.Teeth[0], data.Teeth[1]] };
        ReviewPage.Build(Template, shuffled).ShouldBe(ReviewPage.Build(Template, data));
    }

    [Fact]
    public void A_page_built_before_shows_what_was_signed_since_and_nothing_else_changes()
    {
        // CHK-07: waivers and review are on the page
        const string template = $"<html><script type=\"application/json\" id=\"archwright-data\">\n {ReviewPage.Placeholder}\n</script></html>";
        ReviewData data = ReviewSample.Data("a </script> & b");
        PlanStanding signed = data.Standing with { OpenBlockers = 0, Missing = [], NotCounted = ["<b>x</b>"] };

        string page = ReviewPage.WithStanding(ReviewPage.Build(template, data), signed).Require();

        JsonNode.DeepEquals(DataOf(page), DataOf(ReviewPage.Build(template, data with { Standing = signed }))).ShouldBeTrue();
        page.ShouldStartWith(template[..template.IndexOf(ReviewPage.Placeholder, StringComparison.Ordinal)]);
        page.ShouldEndWith("}\n</script></html>");
        ReviewPage.WithStanding("<html></html>", signed).IsOk.ShouldBeFalse();
        ReviewPage.WithStanding(template, signed).IsOk.ShouldBeFalse();
    }

    // The page's own tests read the same file: both sides hold to one form. Of the preferences the page shows id and version;
    // the rest grows with every rule and is left out here.
    [Fact]
    public void The_form_of_the_data_is_the_one_the_page_reads()
    {
        JsonNode json = JsonNode.Parse(ReviewPage.Json(ReviewSample.Data()))!;
        JsonObject preferences = json["plan"]!["engine"]!["preferences"]!.AsObject();
        foreach (string name in preferences.Select(p => p.Key).Where(k => k is not ("id" or "version")).ToList())
            preferences.Remove(name);
        string text = json.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
        Golden.Matches(text + "\n", "tests", "Archwright.Formats.Tests", "Golden", "Review", "data.json");
    }

    private static JsonNode? DataOf(string page) => JsonNode.Parse(page[page.IndexOf('{', StringComparison.Ordinal)..(page.LastIndexOf('}') + 1)]);

    private static JsonDocument Parse(ReviewData data) => JsonDocument.Parse(ReviewPage.Json(data));

    private static int[] Fdis(JsonDocument json, string name) => Fdis(json.RootElement, name);

    private static int[] Fdis(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(t => t.GetProperty("fdi").GetInt32())];
}
