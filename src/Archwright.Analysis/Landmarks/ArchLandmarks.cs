using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Named points of the teeth of one labelled arch, in the scan's frame.</summary>
public static class ArchLandmarks
{
    private const double MostlyInferred = 0.55;

    /// <summary>
    /// Landmarks of every tooth. Method: those <see cref="ArchAnalysis"/> measures teeth by, taken back to the scan. Errors: those
    /// of <see cref="ArchAnalysis.Run"/>. Complexity: O(faces log faces).
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
        return Result<IReadOnlyList<ScanLandmark>>.Ok([.. measured.Value.Teeth.SelectMany(t => Of(t, scanFromOcclusal))]);
    }

    private static IEnumerable<ScanLandmark> Of(Tooth tooth, RigidTransform scanFromOcclusal)
    {
        ToothLandmarks l = tooth.Landmarks.Moved(scanFromOcclusal);
        double seen = tooth.InferredShare > MostlyInferred ? 0.5 : 1;
        ScanLandmark Point(LandmarkType type, Vec3 at) => new(tooth.Id, type, at, Math.Round(seen * LandmarkConfidence.Of(type, tooth.Id.Class), 2));
        yield return Point(LandmarkType.Mesial, l.MesialContact);
        yield return Point(LandmarkType.Distal, l.DistalContact);
        yield return Point(LandmarkType.FacialAxis, l.FacialAxisPoint);
        yield return Point(LandmarkType.Lingual, l.LingualPoint);
        yield return Point(LandmarkType.Outer, l.FacialMargin);
        yield return Point(LandmarkType.Inner, l.LingualMargin);
        if (tooth.Id.Class == ToothClass.Incisor)
        {
            yield return Point(LandmarkType.IncisalEdge, l.OcclusalPoint);
            yield break;
        }

        foreach (Vec3 cusp in l.Cusps)
            yield return Point(LandmarkType.Cusp, cusp);
    }
}
