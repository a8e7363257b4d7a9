using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Named points of the teeth of one labelled arch, in the scan's frame.</summary>
public static class ArchLandmarks
{
    private const double MostlyInferred = 0.55;

    /// <summary>
    /// Landmarks of every tooth. Method: those <see cref="ArchAnalysis"/> measures teeth by, taken back to the scan; contact points
    /// by <see cref="ContactPoints"/>, which knows the neighbours. Errors: those of <see cref="ArchAnalysis.Run"/>. Complexity: O(faces log faces).
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
        yield return Point(LandmarkType.Mesial, contacts.Towards(tooth.Id, frame, Neighbour(row, tooth.Id, 1), 1) ?? l.MesialContact);
        yield return Point(LandmarkType.Distal, contacts.Towards(tooth.Id, frame, Neighbour(row, tooth.Id, -1), -1) ?? l.DistalContact);
        yield return Point(LandmarkType.FacialAxis, l.FacialAxisPoint);
        yield return Point(LandmarkType.Lingual, l.LingualPoint);
        yield return Point(LandmarkType.Outer, l.FacialMargin);
        yield return Point(LandmarkType.Inner, l.LingualMargin);
        if (tooth.Id.IsAnterior && Cingulum(contacts.Crown(tooth.Id, frame), frame, l) is { } cingulum)
            yield return Point(LandmarkType.Cingulum, cingulum);
        if (tooth.Id.Class == ToothClass.Incisor)
        {
            yield return Point(LandmarkType.IncisalEdge, l.OcclusalPoint);
            yield break;
        }

        foreach (Vec3 cusp in l.Cusps)
            yield return Point(LandmarkType.Cusp, cusp);
    }

    // The bulge of a front tooth's lingual surface lies in its cervical third.
    private static Vec3? Cingulum(Vec3[] crown, ToothFrame frame, ToothLandmarks landmarks)
    {
        if (crown.Length == 0)
            return null;
        double margin = frame.PointToLocal(landmarks.LingualMargin).Z;
        double edge = frame.PointToLocal(landmarks.OcclusalPoint).Z;
        return frame.PointFromLocal(LandmarkFinder.SurfacePoint(crown, CrownOutline.Of(crown), margin + ((edge - margin) / 3), -1));
    }

    // The next tooth of the row towards the midline (1) or away from it (−1).
    private static ToothId? Neighbour(Tooth[] row, ToothId id, int side)
    {
        int next = Array.FindIndex(row, t => t.Id == id) + (id.IsRight ? side : -side);
        return next >= 0 && next < row.Length ? row[next].Id : null;
    }
}
