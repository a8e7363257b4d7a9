using System.Globalization;
using System.Text;
using Archwright.TestKit;

namespace Archwright.Conventions.Tests;

/// <summary>docs/requirements.md: each id with the tests that show it and the rule or code that does it (<c>UPDATE_GOLDEN=1</c> rewrites it).</summary>
public class RequirementsPageTests
{
    private const int CodeFilesListed = 3;

    [Fact]
    public void The_page_is_fresh()
    {
        const string begin = "<!-- generated: map -->\n";
        string page = Repository.Read("docs/requirements.md");
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = page.IndexOf("<!-- end -->", from, StringComparison.Ordinal);

        Golden.Matches(page[..from] + Map() + page[to..], "docs", "requirements.md");
    }

    [Fact]
    public void A_range_of_ids_names_each_of_them()
    {
        RequirementList.Ids("VEL-08 … VEL-10, then PRF-01; STG-01 to STG-02; void STG_06_STG_07_intrusion(); IPR_0 STG_123")
            .ShouldBe(["VEL-08", "VEL-09", "VEL-10", "PRF-01", "STG-01", "STG-02", "STG-06", "STG-07"]);
        RequirementList.All.Count.ShouldBe(205);
    }

    private static string Map()
    {
        ILookup<string, string> tests = RequirementList.NamedIn("tests");
        ILookup<string, string> code = RequirementList.NamedIn("src");
        string[] open = [.. RequirementList.Promised.Where(id => !tests.Contains(id))];
        int shown = RequirementList.All.Count(tests.Contains);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Of {RequirementList.All.Count} requirements {shown} are named by a test.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Promised by now and named by no test: {(open.Length == 0 ? "none" : string.Join(", ", open))}.\n");
        foreach ((string family, int _, string about) in RequirementList.Families)
        {
            string[] ids = [.. RequirementList.All.Where(id => id.StartsWith(family, StringComparison.Ordinal))];
            text.Append(CultureInfo.InvariantCulture, $"\n## {family}: {about}\n\n");
            if (!ids.Any(id => tests.Contains(id) || code.Contains(id)))
            {
                text.Append("Nothing yet.\n");
                continue;
            }

            text.Append("| id | tests | rules | code |\n|---|---|---|---|\n");
            foreach (string id in ids)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {id} | {Links(tests[id], 99)} | {Rules(id)} | {Links(code[id], CodeFilesListed)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Links(IEnumerable<string> files, int most)
    {
        string[] all = [.. files.Order(StringComparer.Ordinal)];
        string more = all.Length > most ? $" and {all.Length - most} more" : "";
        return string.Join(", ", all.Take(most).Select(f => $"[{Path.GetFileNameWithoutExtension(f)}](../{f})")) + more;
    }

    private static string Rules(string id) =>
        string.Join(", ", RequirementList.OfRules[id].Order(StringComparer.Ordinal).Select(r => $"[{r}](rules/{r}.md)"));
}
