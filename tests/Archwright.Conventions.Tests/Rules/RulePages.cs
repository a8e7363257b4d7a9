using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Archwright.Dental;
using Archwright.Rules;

namespace Archwright.Conventions.Tests;

/// <summary>Writes the generated parts of the rule pages and their index from the catalogue.</summary>
internal static class RulePages
{
    private const string End = "<!-- end -->";

    public static string? SourceOf(IRule rule) => Only("src/Archwright.Rules", $"{rule.Info.Name}.cs");

    public static string? TestOf(IRule rule) => Only("tests/Archwright.Rules.Tests", $"{rule.Info.Name}Tests.cs");

    /// <summary>The page with its generated parts as they should be; what people wrote stays.</summary>
    public static string Refreshed(IRule rule, string page)
    {
        foreach ((string part, string text) in new[] { ("head", Head(rule.Info)), ("limit", Limit(rule.Info)), ("tail", Tail(rule)) })
        {
            string begin = $"<!-- generated: {part} -->\n";
            int from = page.IndexOf(begin, StringComparison.Ordinal);
            from.ShouldBeGreaterThanOrEqualTo(0, $"{rule.Info.Id}.md has a part '{part}'");
            int to = page.IndexOf(End, from, StringComparison.Ordinal);
            page = page[..(from + begin.Length)] + text + page[to..];
        }

        return page;
    }

    /// <summary>The table of all rules.</summary>
    public static string Index()
    {
        var text = new StringBuilder("| rule | severity | root cause | what it checks |\n|---|---|---|---|\n");
        foreach (RuleInfo info in RuleCatalogue.All.Select(r => r.Info))
            text.Append(CultureInfo.InvariantCulture, $"| [{info.Id}]({info.Id}.md) {info.Name} | {info.Severity} | {info.RootCause.ToString().ToLowerInvariant()} | {info.Summary} |\n");
        return text.ToString();
    }

    /// <summary>The severity policy, as the catalogue holds it.</summary>
    public static string Policy()
    {
        var text = new StringBuilder("| severity | what it does | what a rule needs to carry it |\n|---|---|---|\n");
        foreach (SeverityPolicy policy in SeverityPolicy.All)
            text.Append(CultureInfo.InvariantCulture, $"| **{policy.Severity}** | {policy.Does} | {policy.Needs} |\n");
        return text.ToString();
    }

    /// <summary>Movements by difficulty, easiest first (VEL-19).</summary>
    public static string Difficulty() =>
        string.Join(" → ", MovementDifficulties.EasiestFirst.Select(d => PreferenceOption.Text(d).Replace('-', ' '))) + "\n";

    /// <summary>The four root-cause groups with their rules.</summary>
    public static string Causes()
    {
        var text = new StringBuilder("| root cause | what a reviewer asks | where the remedy lies | rules |\n|---|---|---|---|\n");
        foreach (RootCauseGroup group in RootCauseGroup.All)
        {
            string[] ids = [.. RuleCatalogue.All.Where(r => r.Info.RootCause == group.Cause).Select(r => $"[{r.Info.Id}]({r.Info.Id}.md)")];
            text.Append(CultureInfo.InvariantCulture, $"| **{group.Cause}** | {group.Question} | {group.Remedy} | {string.Join(", ", ids)} |\n");
        }

        return text.ToString();
    }

    /// <summary>The preference a path names: its property and default.</summary>
    public static (PropertyInfo Property, object? Default) Resolve(string path)
    {
        string[] parts = path.Split('.');
        PropertyInfo category = Find(typeof(TreatmentPreferences), parts[0]);
        PropertyInfo option = Find(category.PropertyType, parts[1]);
        return (option, option.GetValue(category.GetValue(new TreatmentPreferences())));
    }

    private static PropertyInfo Find(Type type, string camelName) =>
        type.GetProperty(char.ToUpperInvariant(camelName[0]) + camelName[1..])
            ?? throw new InvalidOperationException($"{type.Name} has no preference {camelName}");

    private static string Head(RuleInfo info) =>
        $"""
        # {info.Id} – {info.Name}

        severity: {info.Severity}{(info.MayBeWaived ? "" : ", waived by nobody")} · root cause: {info.RootCause.ToString().ToLowerInvariant()} · family: {info.Family} · evidence: {Grade(info.Evidence)} · rule set {RuleSet.Version}

        ## What it checks

        {info.Summary}

        """;

    private static string Limit(RuleInfo info)
    {
        var text = new StringBuilder("## Limit\n\n");
        if (info.Options.IsEmpty)
            return text.Append("No preference changes what this rule asks.\n").ToString();
        text.Append("| preference | default | unit | hard range | source |\n|---|---|---|---|---|\n");
        foreach (string path in info.Options)
        {
            (PropertyInfo property, object? value) = Resolve(path);
            OptionAttribute option = property.GetCustomAttribute<OptionAttribute>()!;
            text.Append(CultureInfo.InvariantCulture, $"| `{path}` | {value} | {option.Unit} | {option.HardMin} – {option.HardMax} | {option.Source} |\n");
        }

        return text.ToString();
    }

    private static string Tail(IRule rule)
    {
        RuleInfo info = rule.Info;
        var text = new StringBuilder("## References\n\n");
        foreach (string source in info.Sources)
            text.Append(CultureInfo.InvariantCulture, $"- {source}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n## Dissent\n\n{(info.Dissent.Length == 0 ? "None known." : info.Dissent)}\n\n");
        text.Append("| requirements | rule | test |\n|---|---|---|\n");
        string source0 = SourceOf(rule)!;
        string test = TestOf(rule)!;
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {string.Join(", ", info.Requirements)} | [{Path.GetFileName(source0)}](../../{source0}) | [{Path.GetFileName(test)}](../../{test}) |\n");
        return text.ToString();
    }

    private static string Grade(string evidence) => evidence switch
    {
        "S" => "S (source read)",
        "M" => "M (known in the field, source not opened: unverified)",
        "D" => "D (derived by judgement: engineering default, no clinical source)",
        "user" => "the user's own figure",
        _ => "engineering default, no clinical source",
    };

    private static string? Only(string folder, string name)
    {
        ImmutableArray<string> found = [.. Repository.TextFiles(folder.Split('/')).Where(f => f.EndsWith("/" + name, StringComparison.Ordinal))];
        return found.Length == 1 ? found[0] : null;
    }
}
