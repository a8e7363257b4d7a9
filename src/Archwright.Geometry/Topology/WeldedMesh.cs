using System.Collections.Immutable;

namespace Archwright.Geometry;

/// <summary>A welded mesh and what became of the old one.</summary>
/// <param name="Mesh">The mesh after welding.</param>
/// <param name="VertexOf">Per old vertex: its index now, −1 where it was dropped because no face uses it.</param>
/// <param name="MergedVertices">Old vertices that were joined to an earlier one.</param>
/// <param name="CollapsedFaces">Faces dropped because two of their corners became one.</param>
/// <param name="DuplicateFaces">Faces dropped because an earlier face has the same corners in the same turn.</param>
/// <param name="UnusedVertices">Vertices dropped because no face uses them.</param>
public sealed record WeldedMesh(
    TriangleMesh Mesh,
    ImmutableArray<int> VertexOf,
    int MergedVertices,
    int CollapsedFaces,
    int DuplicateFaces,
    int UnusedVertices);
