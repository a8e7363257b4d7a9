using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>The clinical target of a case, occlusal frame.</summary>
public sealed record SetupResult
{
    /// <summary>Target pose of every tooth relative to stage 0; held teeth have the identity.</summary>
    public required ImmutableSortedDictionary<ToothId, RigidTransform> Target { get; init; }

    /// <summary>Enamel to be removed per contact so that the target has no overlap, within caps.</summary>
    public required ImmutableArray<IprNeed> Ipr { get; init; }

    /// <summary>Objectives wanted and what the target reaches.</summary>
    public required ImmutableArray<PlanObjective> Objectives { get; init; }

    /// <summary>What could not be met and why; each becomes a finding.</summary>
    public required ImmutableArray<SetupShortfall> Shortfalls { get; init; }

    /// <summary>Measures of each arch and of the bite at the target, for the plan's start/target table.</summary>
    public required ImmutableArray<PlanMeasure> Measures { get; init; }
}

/// <summary>Enamel to be removed at one contact, both teeth together.</summary>
/// <param name="A">Tooth nearer the patient's right.</param>
/// <param name="B">Its neighbour.</param>
/// <param name="Mm">Amount, mm.</param>
public sealed record IprNeed(ToothId A, ToothId B, double Mm);

/// <summary>Something the target could not reach.</summary>
/// <param name="Code">Stable kebab-case code: space-lacking, contact-open, antagonist-overlap, objective-unmet …</param>
/// <param name="Message">One sentence with tooth, value and limit.</param>
/// <param name="Tooth">The tooth it concerns, where it concerns one.</param>
/// <param name="Measured">Value reached.</param>
/// <param name="Limit">Value wanted, or the limit that stood in the way.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record SetupShortfall(
    string Code, string Message, ToothId? Tooth = null, double? Measured = null, double? Limit = null, string? Unit = null);
