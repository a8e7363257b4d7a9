using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>The plan's macro-staging: the named pattern, the sagittal strategy and the groups that move and stand (STG-01, STG-02, ANC-06).</summary>
public sealed record PlanStrategy
{
    /// <summary>The macro pattern, never automatic.</summary>
    public required MacroPattern Pattern { get; init; }

    /// <summary>How a Class II is corrected; none where no correction of class is ordered.</summary>
    public required ClassTwoStrategy ClassTwo { get; init; }

    /// <summary>Patient group the strategy was chosen for, where it is known.</summary>
    public PatientGroup? PatientGroup { get; init; }

    /// <summary>Why this pattern.</summary>
    public required string Reason { get; init; }

    /// <summary>Least number of trays a plan in this sequence can have; never below the bound of the target alone.</summary>
    public required int LowerBound { get; init; }

    /// <summary>Groups in order of their first stage.</summary>
    public required ImmutableArray<PlanGroup> Groups { get; init; }
}

/// <summary>A group of teeth that moves, stands or makes space in a span of stages.</summary>
public sealed record PlanGroup
{
    /// <summary>What it does, for example distalise 16.</summary>
    public required string Name { get; init; }

    /// <summary>Mover, anchor or space.</summary>
    public required GroupRole Role { get; init; }

    /// <summary>FDI numbers.</summary>
    public required ImmutableArray<int> Teeth { get; init; }

    /// <summary>First stage.</summary>
    public required int From { get; init; }

    /// <summary>Last stage.</summary>
    public required int To { get; init; }

    /// <summary>How far the crown point of an anchor may move in these stages, mm; absent for movers.</summary>
    public double? BoundMm { get; init; }

    /// <summary>The rule or preference that makes the group.</summary>
    public required string Cause { get; init; }
}

/// <summary>What a group does.</summary>
public enum GroupRole
{
    /// <summary>Its teeth move.</summary>
    Mover,

    /// <summary>Its teeth stand while others move against them.</summary>
    Anchor,

    /// <summary>Its teeth move and make space that others use.</summary>
    Space,
}
