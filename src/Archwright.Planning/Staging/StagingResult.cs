using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;

namespace Archwright.Planning.Staging;

/// <summary>The staged plan, occlusal frame.</summary>
public sealed record StagingResult
{
    /// <summary>
    /// Poses per stage relative to stage 0, stage 0 (identity) first; every tooth is listed in every stage. The last stage is
    /// the target actually reached.
    /// </summary>
    public required ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> Stages { get; init; }

    /// <summary>The macro pattern with its groups, and what it rests on.</summary>
    public required PlanStrategy Strategy { get; init; }

    /// <summary>Phases at work per stage: level, align, space, detail. Empty for stage 0.</summary>
    public required ImmutableArray<ImmutableArray<string>> Phases { get; init; }

    /// <summary>IPR with its stage.</summary>
    public required ImmutableArray<PlanIpr> Ipr { get; init; }

    /// <summary>Every start, stop, hold and detour with its cause.</summary>
    public required ImmutableArray<PlanEvent> Events { get; init; }

    /// <summary>Pairs of teeth that could meet on the way, with their overlap at stage 0.</summary>
    public required ImmutableArray<PlanPair> Pairs { get; init; }

    /// <summary>Least stage count the per-tray limits allow: max over teeth and components of ⌈|move| / limit⌉.</summary>
    public required int LowerBound { get; init; }

    /// <summary>What staging could not bring to the target, and why; each becomes a finding.</summary>
    public required ImmutableArray<SetupShortfall> Shortfalls { get; init; }
}
