using Archwright.Dental;

namespace Archwright.Conventions.Tests;

/// <summary>docs/glossary.md is a sorted table and holds the words the code is made of.</summary>
public class GlossaryTests
{
    private static readonly string[] Terms =
    [
        .. Repository.Read("docs/glossary.md").Split('\n')
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| term", StringComparison.Ordinal))
            .Select(l => l.Split('|')[1].Trim()),
    ];

    [Fact]
    public void Terms_are_sorted_and_stand_once()
    {
        Terms.ShouldBe(Terms.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_term_has_a_meaning()
    {
        foreach (string line in Repository.Read("docs/glossary.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)))
            line.Split('|')[2].Trim().Length.ShouldBeGreaterThan(3, line);
    }

    [Fact]
    public void Movement_types_severities_and_restrictions_are_explained()
    {
        IEnumerable<string> words = Enum.GetNames<MovementType>()
            .Concat(Enum.GetNames<FindingSeverity>())
            .Concat(Enum.GetNames<ToothRestriction>().Where(n => n is not ("None" or "Fixed")))
            .Select(Words);

        words.ShouldBeSubsetOf(Terms);
    }

    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
