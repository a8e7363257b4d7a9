using System.Text.RegularExpressions;
using Archwright.TestKit;

namespace Archwright.Conventions.Tests;

public partial class MarkdownLinkTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file()
    {
        var broken = new List<string>();
        foreach (string file in Repository.TextFiles().Where(f => f.EndsWith(".md", StringComparison.Ordinal)))
        {
            string folder = Path.GetDirectoryName(RepositoryRoot.Combine(file.Split('/')))!;
            foreach (Match match in Link().Matches(Repository.Read(file)))
            {
                string target = match.Groups["target"].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                    continue;
                string path = Path.GetFullPath(Path.Combine(folder, target));
                if (!File.Exists(path) && !Directory.Exists(path))
                    broken.Add($"{file} → {target}");
            }
        }

        broken.ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?<!`)\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
