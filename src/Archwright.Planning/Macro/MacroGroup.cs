using System.Collections.Immutable;

namespace Archwright.Planning.Macro;

/// <summary>
/// A group of a macro pattern: parts of movements that run together, after other groups. A pattern is a list of such groups;
/// parts in none of them follow the phases.
/// </summary>
/// <param name="Name">What it does, for example "distalise 16".</param>
/// <param name="Members">The parts, by tooth and place in its programme.</param>
/// <param name="Cause">The rule or preference that makes the group.</param>
internal sealed record MacroGroup(string Name, ImmutableArray<(int Tooth, int Part)> Members, string Cause)
{
    /// <summary>Groups it waits for, by place in the list; always earlier ones.</summary>
    public ImmutableArray<int> After { get; init; } = [];

    /// <summary>Share of their way the leads of those groups must have gone before this one starts.</summary>
    public double Share { get; init; } = 1;

    /// <summary>The parts whose way counts for those who wait for this group.</summary>
    public ImmutableArray<(int Tooth, int Part)> Leads { get; init; } = Members;

    /// <summary>True where the group makes space that others use.</summary>
    public bool MakesSpace { get; init; }
}

/// <summary>A pattern's groups, and how the pattern was chosen.</summary>
/// <param name="Pattern">The pattern, never automatic.</param>
/// <param name="Groups">Its groups; empty where phases alone order the movements.</param>
/// <param name="Reason">Why this pattern.</param>
internal sealed record MacroScheme(Dental.MacroPattern Pattern, ImmutableArray<MacroGroup> Groups, string Reason);
