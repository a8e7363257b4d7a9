using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.TestKit;

namespace Archwright.Rules.Tests;

/// <summary>Runs one rule and holds its page to what it prints.</summary>
internal static class RuleRun
{
    private const string Begin = "<!-- generated: message -->\n";
    private const string End = "<!-- end -->";

    public static ImmutableArray<Finding> Of<TRule>(PlanBuilder plan)
        where TRule : IRule, new() => Of<TRule>(plan.Build());

    public static ImmutableArray<Finding> Of<TRule>(PlanView plan)
        where TRule : IRule, new() => [.. new TRule().Evaluate(PlanEvidence.Gather(plan, new RunContext()))];

    /// <summary>
    /// The finding of the page's example: its message stands on the rule's page word for word. <c>UPDATE_GOLDEN=1</c> puts it
    /// there.
    /// </summary>
    public static Finding ShownOnPage<TRule>(PlanBuilder plan)
        where TRule : IRule, new()
    {
        Finding finding = Of<TRule>(plan).ShouldHaveSingleItem();
        string[] path = ["docs", "rules", $"{finding.Rule}.md"];
        string page = File.ReadAllText(RepositoryRoot.Combine(path)).ReplaceLineEndings("\n");
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        begin.ShouldBeGreaterThan(0, $"{finding.Rule}.md has a place for the message");
        int end = page.IndexOf(End, begin, StringComparison.Ordinal);
        Golden.Matches($"{page[..begin]}{Begin}> {finding.Message}\n{page[end..]}", path);
        return finding;
    }
}
