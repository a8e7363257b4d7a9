using System.Text.RegularExpressions;
using Archwright.Rules;

namespace Archwright.Conventions.Tests;

/// <summary>A rule is four things with one id: file, page, test file, catalogue line.</summary>
public partial class RuleCatalogueTests
{
    private static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["APX"] = "roots",
        ["ATT"] = "attachments",
        ["CLN"] = "clinical",
        ["COL"] = "collision",
        ["IPR"] = "ipr",
        ["ANC"] = "anchorage",
        ["MOV"] = "movement",
        ["OCC"] = "occlusion",
        ["OUT"] = "outcome",
        ["OVC"] = "overcorrection",
        ["PLN"] = "plan",
        ["REC"] = "records",
        ["SCN"] = "records",
        ["SEG"] = "records",
        ["STG"] = "staging",
    };

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(r => r.Info.Id)];

    [Fact]
    public void Every_rule_of_the_assembly_is_in_the_catalogue_and_stands_in_order_of_id()
    {
        Type[] types = [.. typeof(IRule).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IRule)) && !t.IsInterface)];

        RuleCatalogue.All.Select(r => r.GetType()).ShouldBe(types, ignoreOrder: true);
        RuleCatalogue.All.Select(r => r.Info.Id).ShouldBe(
            RuleCatalogue.All.Select(r => r.Info.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_its_file_its_page_and_its_test_and_the_catalogue_line_says_its_id(string id)
    {
        IRule rule = RuleCatalogue.Find(id)!;
        string name = rule.GetType().Name;

        rule.Info.Name.ShouldBe(name);
        RulePages.SourceOf(rule).ShouldNotBeNull($"{name}.cs is in the room of rules");
        RulePages.TestOf(rule).ShouldNotBeNull($"{name}Tests.cs is in its tests");
        Repository.Has($"docs/rules/{id}.md").ShouldBeTrue($"docs/rules/{id}.md is there");
        Repository.Read("src/Archwright.Rules/RuleCatalogue.cs").ShouldContain($"new {name}(), // {id}\n");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rules_entry_is_complete(string id)
    {
        RuleInfo info = RuleCatalogue.Find(id)!.Info;

        IdForm().IsMatch(id).ShouldBeTrue();
        info.Family.ShouldBe(Families[id[..3]]);
        info.Summary.ShouldEndWith(".");
        info.Requirements.ShouldNotBeEmpty();
        info.Sources.ShouldNotBeEmpty();
        info.Evidence.ShouldBeOneOf("S", "M", "D", "user", "engineering");
    }

    [Fact]
    public void A_rule_whose_evidence_is_engineering_says_so_in_its_source()
    {
        foreach (RuleInfo info in RuleCatalogue.All.Select(r => r.Info).Where(i => i.Evidence == "engineering"))
        {
            bool says = info.Sources[0].Contains("engineering default, no clinical source", StringComparison.Ordinal)
                || info.Sources[0].StartsWith("design.md", StringComparison.Ordinal)
                || info.Sources[0].StartsWith("issue", StringComparison.Ordinal);
            says.ShouldBeTrue($"{info.Id}: {info.Sources[0]}");
        }
    }

    [GeneratedRegex("^[A-Z]{3}[0-9]{3}$", RegexOptions.None, 1000)]
    private static partial Regex IdForm();
}
