using Archwright.Geometry;

namespace Archwright.Engine;

/// <summary>One attachment's mesh as it is written beside the plan.</summary>
/// <param name="Path">Path inside the plan folder, <c>attachments/FDI-n.ply</c>.</param>
/// <param name="Mesh">Closed, scan frame, coordinates rounded to 32-bit floats.</param>
public sealed record AttachmentFile(string Path, TriangleMesh Mesh);
