using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>A tooth given as a mesh of its own: a closed crown, or crown and root.</summary>
/// <param name="Id">FDI number.</param>
/// <param name="Mesh">Closed surface in scan frame, mm.</param>
public sealed record SeparatedTooth(ToothId Id, TriangleMesh Mesh);
