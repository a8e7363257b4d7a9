using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>How hard a case is, with the parts that make it so. A triage of effort and risk, no statement about a plan.</summary>
public sealed record PlanComplexity
{
    /// <summary>Grade by the sum of the points.</summary>
    public required ComplexityGrade Grade { get; init; }

    /// <summary>Sum of the points.</summary>
    public required int Points { get; init; }

    /// <summary>The parts that give points, then those that could not be measured.</summary>
    public required ImmutableArray<ComplexityPart> Parts { get; init; }
}

/// <summary>Grades of complexity: up to 10 points, 11 to 20, more (clinical.md 5.3, M: unverified).</summary>
public enum ComplexityGrade
{
    /// <summary>Up to 10 points.</summary>
    Mild,

    /// <summary>11 to 20 points.</summary>
    Moderate,

    /// <summary>More than 20 points.</summary>
    Complex,
}

/// <summary>One part of the grade.</summary>
public sealed record ComplexityPart
{
    /// <summary>Name, kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>Value; null where it could not be measured.</summary>
    public double? Value { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Points.</summary>
    public required int Points { get; init; }

    /// <summary>Where the points come from.</summary>
    public required string Source { get; init; }
}
