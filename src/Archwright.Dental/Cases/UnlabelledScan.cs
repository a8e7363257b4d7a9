using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>One arch as scanned whose teeth nobody has labelled yet.</summary>
/// <param name="Jaw">Upper or lower, as its file's name says.</param>
/// <param name="Path">Path inside the case folder, for problems.</param>
/// <param name="Mesh">Scan surface in scan frame, mm; usually open.</param>
/// <param name="File">The file it was read from.</param>
public sealed record UnlabelledScan(Jaw Jaw, string Path, TriangleMesh Mesh, ScanFileMap File);
