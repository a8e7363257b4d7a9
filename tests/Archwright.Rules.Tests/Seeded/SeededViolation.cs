using System.Collections.Immutable;

namespace Archwright.Rules.Tests;

/// <summary>One rule: the smallest violation planted in a clean plan of a whole dentition, and its nearest legal neighbour.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Broken">Plants the violation.</param>
/// <param name="Legal">Plants its nearest legal neighbour.</param>
internal sealed record SeededViolation(string Rule, Func<PlanBuilder, PlanBuilder> Broken, Func<PlanBuilder, PlanBuilder> Legal)
{
    /// <summary>Tooth the finding names; null: none is asked for.</summary>
    public int? Tooth { get; init; }

    /// <summary>Stage the finding names.</summary>
    public int? Stage { get; init; }

    /// <summary>Value the finding measures, to 2 % and 0.02.</summary>
    public double? Measured { get; init; }

    /// <summary>Limit the finding holds it against.</summary>
    public double? Limit { get; init; }

    /// <summary>Rules of weight that the same violation breaks by its nature, and no others.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>All, family by family.</summary>
    public static IReadOnlyList<SeededViolation> All { get; } =
    [
        .. new[]
        {
            SeededMovements.All, SeededSequences.All, SeededEnamel.All, SeededAttachments.All, SeededRecords.All, SeededOutcomes.All, SeededBites.All,
        }.SelectMany(family => family).OrderBy(s => s.Rule, StringComparer.Ordinal),
    ];
}
