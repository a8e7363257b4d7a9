using System.Text.RegularExpressions;
using Archwright.Rules;

namespace Archwright.Conventions.Tests;

/// <summary>Each rule's test file seeds a violation that is found, and a legal neighbour that is not.</summary>
public partial class RuleTestTests
{
    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(r => r.Info.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rules_tests_hold_a_seeded_violation_and_a_legal_neighbour(string id)
    {
        string text = Repository.Read(RulePages.TestOf(RuleCatalogue.Find(id)!)!);
        string[] tests = [.. Test().Split(text).Skip(1)];

        tests.ShouldContain(t => IsFound(t), $"{id}: a test in which the rule speaks");
        tests.ShouldContain(t => IsSilent(t), $"{id}: a test in which the rule is silent");
    }

    private static bool IsFound(string test) =>
        test.Contains("ShownOnPage", StringComparison.Ordinal) || test.Contains("ShouldHaveSingleItem", StringComparison.Ordinal);

    private static bool IsSilent(string test) => test.Contains("ShouldBeEmpty", StringComparison.Ordinal);

    [GeneratedRegex(@"\[(?:Fact|Theory|RealDataFact)\]", RegexOptions.None, 1000)]
    private static partial Regex Test();
}
