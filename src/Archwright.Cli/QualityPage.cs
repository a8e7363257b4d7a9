using Archwright.Analysis;
using Archwright.Formats.Review;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>Scan quality as a picture page.</summary>
internal static class QualityPage
{
    /// <summary>Text of the page, or why there is none.</summary>
    public static Result<string> Of(string title, IReadOnlyList<ScanToCheck> scans, ScanQualityReport report)
    {
        Result<string> template = ScanPage.Template();
        if (template.Value is not { } page)
            return template;

        // both scans in the frame of the first, so that they stand in the bite they were scanned in
        RigidTransform frame = report.Scans[0].OcclusalFromScan;
        var data = new ScanPageData(
            title,
            Word(report.Verdict),
            [.. report.Scans.Select((s, i) => new ScanPicture(
                s.Name, s.Jaw, Word(s.Verdict), Facts(s), Placed(scans[i].Mesh, s.MmPerUnit, frame), s.FaceLabels))],
            [.. report.Defects.Select(d => new ScanPictureDefect(
                d.Code,
                Word(d.Severity),
                d.Scan,
                d.Tooth,
                d.Surface is { } surface ? Word(surface) : null,
                d.At is { } at ? frame.Apply(at) : null,
                d.ReachMm,
                [.. d.Outline.Select(frame.Apply)],
                d.Message,
                d.Waiver is { } w ? $"{w.By}: {w.Reason}" : null))]);
        return Result<string>.Ok(ScanPage.Build(page, data));
    }

    private static TriangleMesh Placed(TriangleMesh mesh, double scale, RigidTransform frame)
    {
        Vec3[] moved = mesh.Vertices.ToArray();
        for (int v = 0; v < moved.Length; v++)
            moved[v] = moved[v].IsFinite ? frame.Apply(moved[v] * scale) : Vec3.Zero;
        return mesh.WithVertices(moved);
    }

    private static string Facts(ScanQualityOfOne scan) =>
        $"{scan.Facts.FaceCount} faces, {scan.Teeth.Length} teeth{(scan.IsSegmented ? " found" : "")}, " +
        FormattableString.Invariant($"edges on crowns {scan.CrownEdgeMm:0.00} mm, roughness {scan.NoiseMm:0.000} mm");

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
