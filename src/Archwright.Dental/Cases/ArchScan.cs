using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>One arch as scanned, labelled by tooth.</summary>
/// <param name="Jaw">Upper or lower.</param>
/// <param name="Mesh">Scan surface in scan frame, mm; usually open.</param>
/// <param name="FaceLabels">FDI number per face, 0 = gingiva.</param>
public sealed record ArchScan(Jaw Jaw, TriangleMesh Mesh, ImmutableArray<int> FaceLabels);
