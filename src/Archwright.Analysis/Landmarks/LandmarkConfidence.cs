using Archwright.Dental;

namespace Archwright.Analysis;

/// <summary>
/// A rough prior by type and class of tooth, set by hand from how sharply the shape defines the point; not calibrated.
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
