using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>What edits never change: meshes, pose, evidence, and how labels are carried to the scan.</summary>
internal sealed class SolutionLayout
{
    private MeshTopology? _topology;

    public required TriangleMesh Scan { get; init; }

    public required ArchView View { get; init; }

    public required PointEvidence Evidence { get; init; }

    public required IReadOnlyList<ToothCluster> Clusters { get; init; }

    /// <summary>Null where the scan itself is the working mesh.</summary>
    public required LabelCarry? Carry { get; init; }

    public required Jaw Jaw { get; init; }

    public required bool IsGuessed { get; init; }

    /// <summary>True where labels were given: they stand unless an edit and the evidence speak against them.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Of the scan; laid out when it is first needed.</summary>
    public MeshTopology ScanTopology => _topology ??= Carry is null ? View.Topology : MeshTopology.Of(Scan);
}
