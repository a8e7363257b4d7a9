using Archwright.Rules;
using Archwright.TestKit;

namespace Archwright.Conventions.Tests;

/// <summary>The generated parts of the rule pages are fresh (<c>UPDATE_GOLDEN=1</c> rewrites them), the written parts are there.</summary>
public class RulePageTests
{
    private static readonly string[] Headings =
        ["## What it checks", "## Why it matters", "## Limit", "## Flags", "## Does not flag", "## Known limits", "## References", "## Dissent"];

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(r => r.Info.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_generated_parts_of_a_page_are_fresh(string id)
    {
        string page = Repository.Read($"docs/rules/{id}.md");

        Golden.Matches(RulePages.Refreshed(RuleCatalogue.Find(id)!, page), "docs", "rules", $"{id}.md");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_all_sections_in_order_and_none_is_empty(string id)
    {
        string page = Repository.Read($"docs/rules/{id}.md");
        string[] lines = page.Split('\n');

        lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)).ShouldBe(Headings);
        foreach (string section in page.Split("\n## ").Skip(1))
        {
            string body = string.Concat(section.Split('\n').Skip(1).Where(l => !l.StartsWith("<!--", StringComparison.Ordinal)));
            body.Trim().Length.ShouldBeGreaterThan(5, $"{id}: {section.Split('\n')[0]}");
        }
    }

    [Fact]
    public void The_index_the_policy_and_the_root_causes_are_fresh()
    {
        // CHK-11: the four groups are data, and every rule belongs to one
        string page = Repository.Read("docs/rules/README.md");
        foreach ((string part, string text) in new[]
        {
            ("policy", RulePages.Policy()), ("causes", RulePages.Causes()), ("difficulty", RulePages.Difficulty()), ("index", RulePages.Index()),
        })
        {
            string begin = $"<!-- generated: {part} -->\n";
            int from = page.IndexOf(begin, StringComparison.Ordinal);
            from.ShouldBeGreaterThan(0, $"docs/rules/README.md has a part '{part}'");
            int to = page.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
            page = page[..(from + begin.Length)] + text + page[to..];
        }

        Golden.Matches(page, "docs", "rules", "README.md");
    }

    [Fact]
    public void There_is_no_page_without_a_rule()
    {
        string[] pages = [.. Repository.TextFiles("docs", "rules").Select(f => Path.GetFileNameWithoutExtension(f)).Where(f => f != "README")];

        pages.ShouldBe(RuleCatalogue.All.Select(r => r.Info.Id), ignoreOrder: true);
    }
}
