using Archwright.Dental;

namespace Archwright.Analysis;

/// <summary>
/// Share of landmarks within 1 mm of the truth on synthetic arches, by type and class of tooth (bench <c>landmark-eval</c>).
/// </summary>
internal static class LandmarkConfidence
{
    public static double Of(LandmarkType type, ToothClass tooth) => (type, tooth) switch
    {
        (LandmarkType.IncisalEdge, _) => 0.9,
        (LandmarkType.Cusp, ToothClass.Molar) => 0.9,
        (LandmarkType.Cusp, _) => 0.95,
        (LandmarkType.Mesial or LandmarkType.Distal, ToothClass.Molar) => 0.75,
        (LandmarkType.Mesial or LandmarkType.Distal, _) => 0.85,
        _ => 0.8,
    };
}
