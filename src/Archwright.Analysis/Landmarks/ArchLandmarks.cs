using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Named points of the teeth of one labelled arch, in the scan's frame.</summary>
public static class ArchLandmarks
{
    private const double MostlyInferred = 0.55;

    /// <summary>
    /// Landmarks of every tooth. Method: those <see cref="ArchAnalysis"/> measures teeth by, taken back to the scan and from its vertices to its surface (<see cref="CrownFaces"/>);
    /// contact points by <see cref="ContactPoints"/>, which knows the neighbours. Errors: those of <see cref="ArchAnalysis.Run"/>. Complexity: O(faces log faces).
    /// </summary>
    public static Result<IReadOnlyList<ScanLandmark>> Of(ArchScan scan, RunContext context)
    {
        var input = new CaseInput
        {
            Description = new CaseDescription(),
            HasDescription = false,
            Upper = scan.Jaw == Jaw.Upper ? scan : null,
            Lower = scan.Jaw == Jaw.Lower ? scan : null,
        };
        Result<MeasuredCase> measured = ArchAnalysis.Run(input, new AnalysisOptions(), context);
        if (!measured.IsOk)
            return Result<IReadOnlyList<ScanLandmark>>.Fail(measured.Problems);
        RigidTransform scanFromOcclusal = measured.Value.OcclusalFromScan.Inverse;
        Tooth[] row = [.. measured.Value.Teeth.OrderBy(t => t.Id.ArchPlace)];
        var contacts = ContactPoints.Of(scan);
        return Result<IReadOnlyList<ScanLandmark>>.Ok([.. measured.Value.Teeth.SelectMany(t => Of(t, row, contacts, scanFromOcclusal))]);
    }

    private static IEnumerable<ScanLandmark> Of(Tooth tooth, Tooth[] row, ContactPoints contacts, RigidTransform scanFromOcclusal)
    {
        ToothLandmarks l = tooth.Landmarks.Moved(scanFromOcclusal);
        ToothFrame frame = tooth.Frame.Moved(scanFromOcclusal);
        double seen = tooth.InferredShare > MostlyInferred ? 0.5 : 1;
        ScanLandmark Point(LandmarkType type, Vec3 at) => new(tooth.Id, type, at, Math.Round(seen * LandmarkConfidence.Of(type, tooth.Id.Class), 2));
        CrownFaces? surface = contacts.Crown(tooth.Id, frame);
        Vec3 Contact(int side, Vec3 known) =>
            surface is null ? known : contacts.Towards(tooth.Id, surface, frame, Neighbour(row, tooth.Id, side), side) ?? known;
        Vec3 OnAxis(Vec3 known, Vec3 margin, int side) => surface is null ? known : HalfWay(tooth.Id, surface, frame, l, margin, side) ?? known;
        yield return Point(LandmarkType.Mesial, Contact(1, l.MesialContact));
        yield return Point(LandmarkType.Distal, Contact(-1, l.DistalContact));
        yield return Point(LandmarkType.FacialAxis, OnAxis(l.FacialAxisPoint, l.FacialMargin, 1));
        yield return Point(LandmarkType.Lingual, OnAxis(l.LingualPoint, l.LingualMargin, -1));
        yield return Point(LandmarkType.Outer, l.FacialMargin);
        yield return Point(LandmarkType.Inner, l.LingualMargin);
        if (tooth.Id.IsAnterior && surface is not null)
            yield return Point(LandmarkType.Cingulum, Cingulum(surface, frame, l));
        if (surface is not null)
        {
            yield return Point(LandmarkType.MesialRidge, frame.PointFromLocal(surface.Ridge(1, tooth.Id.IsAnterior)));
            yield return Point(LandmarkType.DistalRidge, frame.PointFromLocal(surface.Ridge(-1, tooth.Id.IsAnterior)));
        }

        if (tooth.Id.Class == ToothClass.Incisor)
        {
            yield return Point(LandmarkType.IncisalEdge, l.OcclusalPoint);
            yield break;
        }

        foreach (Vec3 cusp in l.Cusps)
            yield return Point(LandmarkType.Cusp, surface is null ? cusp : frame.PointFromLocal(surface.Tip(frame.PointToLocal(cusp))));
    }

    // The bulge of a front tooth's lingual surface lies in its cervical third.
    private static Vec3 Cingulum(CrownFaces surface, ToothFrame frame, ToothLandmarks landmarks)
    {
        double margin = frame.PointToLocal(landmarks.LingualMargin).Z;
        double edge = frame.PointToLocal(landmarks.OcclusalPoint).Z;
        double height = margin + ((edge - margin) / 3);
        return frame.PointFromLocal(
            surface.Outermost(surface.Outline.Middle.X, height, -1) ?? LandmarkFinder.SurfacePoint(surface.Vertices, surface.Outline, height, -1));
    }

    // Half the way up one side, in the middle of the crown, of molars on the tongue's side in the groove between their two cusps; null where the surface has a hole there.
    private static Vec3? HalfWay(ToothId id, CrownFaces surface, ToothFrame frame, ToothLandmarks landmarks, Vec3 margin, int side)
    {
        double height = LandmarkFinder.HalfWayHeight(
            id, surface.Vertices, surface.Outline, frame.PointToLocal(margin), frame.PointToLocal(landmarks.OcclusalPoint), side);
        double x = side < 0 && id.Class == ToothClass.Molar && landmarks.Cusps is [_, _, var mesial, var distal, ..]
            ? frame.PointToLocal((mesial + distal) * 0.5).X
            : surface.Outline.Middle.X;
        return surface.Outermost(x, height, side) is { } point ? frame.PointFromLocal(point) : null;
    }

    // The next tooth of the row towards the midline (1) or away from it (−1).
    private static ToothId? Neighbour(Tooth[] row, ToothId id, int side)
    {
        int next = Array.FindIndex(row, t => t.Id == id) + (id.IsRight ? side : -side);
        return next >= 0 && next < row.Length ? row[next].Id : null;
    }
}
