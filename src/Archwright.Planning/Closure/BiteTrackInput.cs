using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;

namespace Archwright.Planning.Closure;

/// <summary>What closing the jaw at every stage needs, in scan frame, mm.</summary>
public sealed record BiteTrackInput
{
    /// <summary>Teeth at stage 0 with their bodies, in order along the arches.</summary>
    public required ImmutableArray<(Tooth Tooth, ToothBody Body)> Teeth { get; init; }

    /// <summary>Pose of every tooth per stage, stage 0 first.</summary>
    public required ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> Stages { get; init; }

    /// <summary>Bite ramps, closed meshes at stage 0.</summary>
    public ImmutableArray<WornRamp> Ramps { get; init; } = [];

    /// <summary>Takes scan coordinates to the occlusal frame.</summary>
    public required RigidTransform OcclusalFromScan { get; init; }

    /// <summary>The bite in centric relation, where it is on record.</summary>
    public CentricRecord? Centric { get; init; }
}

/// <summary>A bite ramp and the stages it is worn in.</summary>
/// <param name="Tooth">The tooth that carries it.</param>
/// <param name="Body">Its body.</param>
/// <param name="From">First stage.</param>
/// <param name="To">Last stage.</param>
public sealed record WornRamp(ToothId Tooth, ToothBody Body, int From, int To);
