using System.Text.RegularExpressions;
using Archwright.Rules;
using Archwright.TestKit;

namespace Archwright.Conventions.Tests;

/// <summary>Requirement ids that rules and tests name are requirements; where the list is not beside the checkout, nobody can tell.</summary>
public partial class RequirementTests
{
    [RealDataFact]
    public void Every_requirement_a_rule_or_a_test_names_is_one()
    {
        string list = Path.GetFullPath(RepositoryRoot.Combine("..", "shared", "requirements.csv"));
        HashSet<string> known = [.. File.ReadLines(list).Select(l => l.Split(',')[0])];
        HashSet<string> families = [.. known.Where(k => k.Contains('-', StringComparison.Ordinal)).Select(k => k.Split('-')[0])];
        IEnumerable<string> ofRules = RuleCatalogue.All.SelectMany(r => r.Info.Requirements);
        IEnumerable<string> ofTests = Repository.TextFiles("tests")
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Id().Matches(Repository.Read(f)).Select(m => m.Value))
            .Where(id => families.Contains(id.Split('-')[0]));

        ofRules.Concat(ofTests).Distinct().Where(id => !known.Contains(id)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\b[A-Z]{3}-[0-9]{2}\b", RegexOptions.None, 1000)]
    private static partial Regex Id();
}
