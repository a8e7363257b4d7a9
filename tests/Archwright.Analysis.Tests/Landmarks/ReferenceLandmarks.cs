using System.Text.Json;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis.Tests.Landmarks;

/// <summary>
/// Points that experts set on real arches, each with the nearest landmark of ours of the same kind. The two sources mean different
/// things by one word, as their points' places show: outer and inner are the gingival margin in Teeth3DS; in striar they are the middle of
/// the crown's side, on the tongue's side of front teeth the cingulum; mesial and distal lie on the outline in striar, where contacts are, in Teeth3DS a millimetre inside it, on
/// marginal ridges and corners of edges. Points marked suspect are left out.
/// </summary>
/// <param name="Source">striar or teeth3ds.</param>
/// <param name="Kind">mesial, distal, outer, inner, facial_axis or cusp.</param>
/// <param name="Tooth">The tooth.</param>
/// <param name="Expert">The expert's point, scan frame.</param>
/// <param name="Own">Ours.</param>
internal sealed record ReferenceLandmarks(string Source, string Kind, ToothId Tooth, Vec3 Expert, ScanLandmark Own)
{
    /// <summary>How far they are apart, mm.</summary>
    public double ErrorMm => Vec3.Distance(Expert, Own.Point);

    /// <summary>All pairs of an arch, with the arch.</summary>
    /// <param name="file">Its <c>.landmarks.json</c>; scan and labels lie beside it.</param>
    /// <param name="asContacts">Holds the mesial and distal points of both sources against contacts, whatever they are.</param>
    public static (ArchScan Scan, ReferenceLandmarks[] Pairs) Of(string file, bool asContacts = false)
    {
        string stem = file[..^".landmarks.json".Length];
        ArchScan scan = LabelledScanFile.Read(stem + ".ply", stem + ".labels.json").Require();
        IReadOnlyList<ScanLandmark> found = ArchLandmarks.Of(scan, new RunContext()).Require();
        string source = file.Contains("striar", StringComparison.Ordinal) ? "striar" : "teeth3ds";
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        return (scan, [.. document.RootElement.EnumerateArray().Where(e => !e.TryGetProperty("suspect", out _))
            .Select(e => Pair(e, found, source, asContacts)).OfType<ReferenceLandmarks>()]);
    }

    private static ReferenceLandmarks? Pair(JsonElement point, IReadOnlyList<ScanLandmark> found, string source, bool asContacts)
    {
        var id = ToothId.FromFdi(point.GetProperty("fdi").GetInt32());
        string type = point.GetProperty("type").GetString()!;
        string kind = type.StartsWith("cusp", StringComparison.Ordinal) ? "cusp" : type;
        double[] x = [.. point.GetProperty("xyz").EnumerateArray().Select(n => n.GetDouble())];
        var expert = new Vec3(x[0], x[1], x[2]);
        ScanLandmark? own = found.Where(l => l.Tooth == id && Matches(kind, l.Type, source == "striar", id.IsAnterior, asContacts))
            .MinBy(l => Vec3.Distance(l.Point, expert));
        return own is null ? null : new ReferenceLandmarks(source, kind, id, expert, own);
    }

    private static bool Matches(string kind, LandmarkType type, bool isStriar, bool isAnterior, bool asContacts) => kind switch
    {
        "mesial" => type == (isStriar || asContacts ? LandmarkType.Mesial : LandmarkType.MesialRidge),
        "distal" => type == (isStriar || asContacts ? LandmarkType.Distal : LandmarkType.DistalRidge),
        "facial_axis" => type == LandmarkType.FacialAxis,
        "outer" => type == (isStriar ? LandmarkType.FacialAxis : LandmarkType.Outer),
        "inner" => type == (!isStriar ? LandmarkType.Inner : isAnterior ? LandmarkType.Cingulum : LandmarkType.Lingual),
        "cusp" => type is LandmarkType.Cusp or LandmarkType.IncisalEdge,
        _ => false,
    };
}
