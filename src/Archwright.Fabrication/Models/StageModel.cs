using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Fabrication;

/// <summary>The printable model of one jaw at one stage.</summary>
/// <param name="Jaw">Upper or lower.</param>
/// <param name="Stage">0 = as scanned.</param>
/// <param name="Mesh">One closed two-manifold solid, faces outwards, scan frame, mm.</param>
public sealed record StageModel(Jaw Jaw, int Stage, TriangleMesh Mesh);
