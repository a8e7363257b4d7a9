using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Formats.Review;

/// <summary>What the picture page of scan quality shows. All in one frame, occlusal where it is known, mm.</summary>
/// <param name="Title">Name of the case or scan.</param>
/// <param name="Verdict">usable, waived or rescan.</param>
/// <param name="Scans">The scans as they are.</param>
/// <param name="Defects">What is wrong with them.</param>
public sealed record ScanPageData(
    string Title, string Verdict, ImmutableArray<ScanPicture> Scans, ImmutableArray<ScanPictureDefect> Defects);

/// <summary>One scan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Jaw">The jaw it shows, where that is known.</param>
/// <param name="Verdict">usable, waived or rescan.</param>
/// <param name="Facts">Counts and sizes in one line.</param>
/// <param name="Mesh">The surface.</param>
/// <param name="FaceLabels">FDI number per face, 0 = gingiva; empty where none are known.</param>
public sealed record ScanPicture(
    string Name, Jaw? Jaw, string Verdict, string Facts, TriangleMesh Mesh, ImmutableArray<int> FaceLabels);

/// <summary>One defect.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">note or rescan.</param>
/// <param name="Scan">Name of the scan.</param>
/// <param name="Tooth">Tooth, where it lies on one.</param>
/// <param name="Surface">Side of the crown, where it lies on one.</param>
/// <param name="At">Place, where it has one.</param>
/// <param name="ReachMm">How far it reaches from there.</param>
/// <param name="Outline">A closed line round it; may be empty.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Waiver">Who answers for it and why, where somebody does.</param>
public sealed record ScanPictureDefect(
    string Code,
    string Severity,
    string Scan,
    ToothId? Tooth,
    string? Surface,
    Vec3? At,
    double ReachMm,
    ImmutableArray<Vec3> Outline,
    string Message,
    string? Waiver);
