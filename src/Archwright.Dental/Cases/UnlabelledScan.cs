using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>One arch as scanned whose teeth nobody has labelled yet.</summary>
/// <param name="Jaw">Upper or lower, as its file's name says.</param>
/// <param name="Path">Path inside the case folder, for problems.</param>
/// <param name="Mesh">Scan surface in scan frame, mm; usually open.</param>
/// <param name="MeshVertexOfFileVertex">Mesh vertex of each vertex of the file, −1 where it was dropped: labels are written for the file.</param>
public sealed record UnlabelledScan(Jaw Jaw, string Path, TriangleMesh Mesh, ImmutableArray<int> MeshVertexOfFileVertex);
