using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// How one version of a plan stands: which blockers are open, which are waived, whether it has been reviewed. A plan without a
/// complete review is <see cref="PlanState.Initial"/> and not approvable, whatever the rules say of it (STG-09).
/// </summary>
public sealed record PlanStanding
{
    /// <summary>Initial, changes wanted or reviewed.</summary>
    public required PlanState State { get; init; }

    /// <summary>Blocking findings that nobody has waived.</summary>
    public required int OpenBlockers { get; init; }

    /// <summary>True where no blocker is open and a complete review accepts the plan.</summary>
    public required bool Approvable { get; init; }

    /// <summary>Waivers that count, in the order of the findings they are under.</summary>
    public ImmutableArray<FindingWaiver> Waivers { get; init; } = [];

    /// <summary>The review, where one of this version is on record.</summary>
    public PlanReview? Review { get; init; }

    /// <summary>What is missing before approval, one sentence each.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Signatures that do not count and why, one sentence each.</summary>
    public ImmutableArray<string> NotCounted { get; init; } = [];
}

/// <summary>Where a version of a plan stands in review.</summary>
public enum PlanState
{
    /// <summary>Made by the software; no person's complete review is on record.</summary>
    Initial,

    /// <summary>Reviewed, and to be changed.</summary>
    ChangesWanted,

    /// <summary>Reviewed and accepted, question by question.</summary>
    Reviewed,
}
