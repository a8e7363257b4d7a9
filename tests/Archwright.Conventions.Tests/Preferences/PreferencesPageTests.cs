using Archwright.TestKit;

namespace Archwright.Conventions.Tests;

/// <summary>docs/preferences.md is written from the records and the shipped presets (<c>UPDATE_GOLDEN=1</c> rewrites it).</summary>
public class PreferencesPageTests
{
    [Fact]
    public void The_tables_of_options_and_presets_are_fresh()
    {
        string page = Repository.Read("docs/preferences.md");
        foreach ((string part, string text) in new[] { ("presets", PreferencesPage.Presets()), ("options", PreferencesPage.Options()) })
        {
            string begin = $"<!-- generated: {part} -->\n";
            int from = page.IndexOf(begin, StringComparison.Ordinal);
            from.ShouldBeGreaterThan(0, $"docs/preferences.md has a part '{part}'");
            int to = page.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
            page = page[..(from + begin.Length)] + "\n" + text + page[to..];
        }

        Golden.Matches(page, "docs", "preferences.md");
    }
}
