using System.Collections.Immutable;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats.Review;

/// <summary>The picture page of scan quality: the scans in 3D with every defect marked, one file without network or server.</summary>
public static class ScanPage
{
    /// <summary>Schema of the data in the page.</summary>
    public const string SchemaId = "archwright.inspect/1";

    /// <summary>The template this assembly was built with, or a problem where it was built before the page.</summary>
    public static Result<string> Template() => PageTemplate.Read("inspect.html");

    /// <summary>The page: the template with the scans and defects in it.</summary>
    /// <param name="template">Text of <c>web/dist/inspect.html</c>; has one place for data.</param>
    /// <param name="data">What to show. Linear in its size.</param>
    public static string Build(string template, ScanPageData data) => PageTemplate.Fill(template, JsonSerializer.Serialize(
        new PageData(
            SchemaId,
            data.Title,
            data.Verdict,
            [.. data.Scans.Select(s => new PageScan(
                s.Name, s.Jaw, s.Verdict, s.Facts, PackedMesh.Of(s.Mesh), Convert.ToBase64String([.. s.FaceLabels.Select(l => (byte)l)])))],
            [.. data.Defects.Select(d => new PageDefect(
                d.Code, d.Severity, d.Scan, d.Tooth?.Fdi, d.Surface, d.At is { } at ? Row(at) : null, d.ReachMm, [.. d.Outline.Select(Row)], d.Message, d.Waiver))]),
        PageTemplate.JsonOptions));

    private static ImmutableArray<double> Row(Vec3 p) => [Math.Round(p.X, 3), Math.Round(p.Y, 3), Math.Round(p.Z, 3)];

    private sealed record PageData(
        string Schema, string Title, string Verdict, ImmutableArray<PageScan> Scans, ImmutableArray<PageDefect> Defects);

    private sealed record PageScan(string Name, Jaw? Jaw, string Verdict, string Facts, PackedMesh Mesh, string Labels);

    private sealed record PageDefect(
        string Code,
        string Severity,
        string Scan,
        int? Fdi,
        string? Surface,
        ImmutableArray<double>? At,
        double ReachMm,
        ImmutableArray<ImmutableArray<double>> Outline,
        string Message,
        string? Waiver);
}
