using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>One scan of one arch as it comes from the scanner, in its own frame and unit.</summary>
/// <param name="Name">What the person calls it: its file name.</param>
/// <param name="Mesh">The surface as read, nothing closed or turned.</param>
/// <param name="Jaw">The jaw its name or its labels claim; null where nobody has said.</param>
/// <param name="FaceLabels">FDI number per face, 0 = gingiva; empty where there are none: then the teeth are found.</param>
/// <param name="Scanned">Day of the scan, where it is known.</param>
public sealed record ScanToCheck(
    string Name, TriangleMesh Mesh, Jaw? Jaw = null, ImmutableArray<int> FaceLabels = default, DateOnly? Scanned = null);
