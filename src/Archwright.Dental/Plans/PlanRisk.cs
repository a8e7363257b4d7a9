using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>One of the four ways staging fails (STG-07), with the number it is judged by. Made anew by every check from the plan's poses.</summary>
public sealed record PlanRisk
{
    /// <summary>Which.</summary>
    public required FailureRisk Risk { get; init; }

    /// <summary>True where the number is over its bound or a finding of weight speaks of this risk.</summary>
    public required bool IsRaised { get; init; }

    /// <summary>The number.</summary>
    public required double Measured { get; init; }

    /// <summary>Its bound.</summary>
    public required double Limit { get; init; }

    /// <summary>FDI number of the tooth that decides it, where one does.</summary>
    public int? Tooth { get; init; }

    /// <summary>Stage that decides it, where one does.</summary>
    public int? Stage { get; init; }

    /// <summary>What was measured, one sentence for a person.</summary>
    public required string Basis { get; init; }

    /// <summary>Rules of weight that speak of this risk in this plan, in order.</summary>
    public required ImmutableArray<string> Rules { get; init; }
}

/// <summary>The ways in which a staged plan fails.</summary>
public enum FailureRisk
{
    /// <summary>Teeth lag behind their trays until these no longer seat.</summary>
    LossOfTracking,

    /// <summary>Teeth that should stand give way to those that move against them.</summary>
    AnchorageFailure,

    /// <summary>The end differs so much from the target that another series of trays is needed.</summary>
    ExcessRefinement,

    /// <summary>More is asked of roots and gums at once, or in a month, than they follow unharmed.</summary>
    BiologicalOverload,
}
