using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// A labelled arch with all that a correction needs to solve only what it changes: pose, evidence and labels of the working mesh,
/// how labels are carried to the scan, and what a person has fixed. Made by
/// <see cref="ArchSegmentation.Solve(TriangleMesh, Jaw?, Archwright.Primitives.RunContext)"/>, changed by <see cref="LabelEditing"/>, which gives a new one.
/// </summary>
/// <threadsafety>Safe to share: what it works out later is the same whoever asks.</threadsafety>
public sealed class ArchSolution
{
    private SegmentedArch? _arch;

    internal ArchSolution(SolutionLayout layout, ImmutableArray<SolvedTooth> teeth, int[] instances, int[] scanInstances)
    {
        Layout = layout;
        Teeth = teeth;
        Instances = instances;
        ScanInstances = scanInstances;
        Pinned = new bool[instances.Length];
        ScanPinned = new bool[scanInstances.Length];
    }

    /// <summary>The labels with confidences and doubts.</summary>
    public SegmentedArch Arch => _arch ??= ArchDescription.Of(this);

    internal SolutionLayout Layout { get; }

    internal ImmutableArray<SolvedTooth> Teeth { get; }

    /// <summary>Per working vertex: 0 gingiva, else one more than the tooth's place in <see cref="Teeth"/>.</summary>
    internal int[] Instances { get; }

    /// <summary>The same per vertex of the scan.</summary>
    internal int[] ScanInstances { get; }

    internal ImmutableArray<SeedPull> Pulls { get; init; } = [];

    /// <summary>Working vertices that a person's border has fixed.</summary>
    internal bool[] Pinned { get; init; }

    /// <summary>Scan vertices that a person's border has fixed.</summary>
    internal bool[] ScanPinned { get; init; }
}
