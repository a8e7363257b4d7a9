using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>An arch whose teeth were found without labels.</summary>
public sealed record SegmentedArch
{
    /// <summary>Upper or lower.</summary>
    public required Jaw Jaw { get; init; }

    /// <summary>How sure the jaw is, 0.5–1; 1 where it was given.</summary>
    public required double JawConfidence { get; init; }

    /// <summary>FDI number per vertex of the mesh, 0 = gingiva.</summary>
    public required ImmutableArray<int> VertexLabels { get; init; }

    /// <summary>Teeth from the patient's right to the left.</summary>
    public required ImmutableArray<SegmentedTooth> Teeth { get; init; }

    /// <summary>Takes scan coordinates to a frame with x to the patient's left, y posterior, z superior, as far as one arch tells.</summary>
    public required RigidTransform OcclusalFromScan { get; init; }

    /// <summary>What the production gate holds against using these labels unseen; empty where it lets them pass.</summary>
    public required ImmutableArray<Problem> Doubts { get; init; }
}
