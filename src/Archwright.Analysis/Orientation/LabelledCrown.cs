using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>One tooth as it goes into the measurement: closed mesh in one frame and what is known of how it was made.</summary>
/// <param name="Id">FDI number.</param>
/// <param name="Mesh">Closed surface.</param>
/// <param name="SeenVertices">The first vertices that a scanner saw; all of them for a tooth given as a mesh.</param>
/// <param name="SeenFaces">The first faces that a scanner saw; all of them for a tooth given as a mesh.</param>
/// <param name="Margin">Cervical border of the scan in order; empty for a tooth given as a mesh.</param>
/// <param name="InferredShare">Share of the surface that was filled in.</param>
/// <param name="IsSeparated">True where the tooth was given as a mesh of its own.</param>
internal sealed record LabelledCrown(
    ToothId Id,
    TriangleMesh Mesh,
    int SeenVertices,
    int SeenFaces,
    ImmutableArray<Vec3> Margin,
    double InferredShare,
    bool IsSeparated)
{
    /// <summary>Area-weighted centroid of the whole surface.</summary>
    public Vec3 Centroid { get; } = MeshMeasures.SurfaceCentroid(Mesh);

    /// <summary>The crown after a change of frame.</summary>
    public LabelledCrown Moved(RigidTransform motion) => new(
        Id, Mesh.Transformed(motion), SeenVertices, SeenFaces, [.. Margin.Select(motion.Apply)], InferredShare, IsSeparated);
}
