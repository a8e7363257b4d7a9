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

    /// <summary>Movements at work in the same stages that hinder each other (STG-13).</summary>
    public ImmutableArray<PlanConflict> Conflicts { get; init; } = [];

    /// <summary>Per arch: space needed and where it comes from (IPR-10, EXP-03).</summary>
    public ImmutableArray<PlanSpace> Space { get; init; } = [];
}

/// <summary>Two movements at work in the same stages that hinder each other.</summary>
public sealed record PlanConflict
{
    /// <summary>FDI numbers of the teeth concerned; one where both movements are the same tooth's.</summary>
    public required ImmutableArray<int> Teeth { get; init; }

    /// <summary>First stage with both.</summary>
    public required int From { get; init; }

    /// <summary>Last stage with both.</summary>
    public required int To { get; init; }

    /// <summary>The two movements and why they hinder each other.</summary>
    public required string Cause { get; init; }
}

/// <summary>The ledger of one arch's space between its first molars, mm.</summary>
public sealed record PlanSpace
{
    /// <summary>Upper or lower.</summary>
    public required Jaw Jaw { get; init; }

    /// <summary>How far neighbouring contact points stand past each other along the arch at the start, summed; negative where there is space to spare.</summary>
    public required double NeededMm { get; init; }

    /// <summary>What turning and uprighting teeth where they stand gives; negative where it takes space.</summary>
    public required double AlignmentMm { get; init; }

    /// <summary>What widening the arch gives.</summary>
    public required double ExpansionMm { get; init; }

    /// <summary>What bringing incisors and canines forward gives; negative where they go back.</summary>
    public required double ProclinationMm { get; init; }

    /// <summary>What taking premolars and molars back gives; negative where they come forward.</summary>
    public required double DistalisationMm { get; init; }

    /// <summary>What interproximal reduction gives.</summary>
    public required double IprMm { get; init; }

    /// <summary>What the sources give less what is needed; negative where space is lacking, positive where gaps remain.</summary>
    public required double BalanceMm { get; init; }
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
