using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Decides whether two arches stand in a bite, and measures it where they do. Real bites cut each other by 0.1–0.3 mm, since
/// scans of the jaws are registered by hand or by a bite scan, and single teeth may cut deeper; arches of which many crowns
/// do, or which do not come near each other, merely share a file.
/// </summary>
internal static class Bite
{
    /// <summary>The measures, or null with a gap that says why not.</summary>
    public static OcclusionMeasures? Judge(
        MeasuredArch? upper, MeasuredArch? lower, AnalysisOptions options, List<DataGap> gaps, RunContext context)
    {
        if (upper is null || lower is null)
        {
            string there = upper is null ? "lower" : "upper";
            gaps.Add(new DataGap("single-arch", $"Only the {there} arch is there: the bite is not known."));
            return null;
        }

        var against = ContactMeasurement.AgainstLower(upper.Teeth, lower.Teeth, context);
        double gap = against.Min(a => a.GapMm);
        double depth = against.Max(a => a.DepthMm);
        int deep = against.Count(a => a.DepthMm > options.ImplausiblePenetrationMm);
        if (deep > options.ImplausibleShare * against.Length)
        {
            gaps.Add(new DataGap(
                "no-bite",
                $"{deep} of {against.Length} upper crowns reach into lower ones by up to {depth:F1} mm: the arches are not registered in a bite, and antagonists are not checked."));
            return null;
        }

        if (gap > options.ImplausibleDistanceMm)
        {
            gaps.Add(new DataGap(
                "no-bite",
                $"Upper and lower crowns stay {gap:F1} mm or more apart: the arches are not registered in a bite, and antagonists are not checked."));
            return null;
        }

        return BiteMeasurement.Of(upper.Teeth, lower.Teeth) with { DeepestPenetrationMm = depth };
    }
}
