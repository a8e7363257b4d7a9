using Archwright.Dental;

namespace Archwright.Analysis;

/// <summary>Decides whether two arches stand in a bite, and measures it where they do.</summary>
internal static class Bite
{
    /// <summary>The measures, or null with a gap that says why not.</summary>
    public static OcclusionMeasures? Judge(MeasuredArch? upper, MeasuredArch? lower, AnalysisOptions options, List<DataGap> gaps)
    {
        if (upper is null || lower is null)
        {
            string there = upper is null ? "lower" : "upper";
            gaps.Add(new DataGap("single-arch", $"Only the {there} arch is there: the bite is not known."));
            return null;
        }

        double distance = double.PositiveInfinity;
        foreach (Tooth u in upper.Teeth)
        {
            foreach (Tooth l in lower.Teeth)
            {
                double dx = u.Landmarks.OcclusalPoint.X - l.Landmarks.OcclusalPoint.X;
                double dy = u.Landmarks.OcclusalPoint.Y - l.Landmarks.OcclusalPoint.Y;
                if ((dx * dx) + (dy * dy) < 36)
                    distance = Math.Min(distance, u.Landmarks.OcclusalPoint.Z - l.Landmarks.OcclusalPoint.Z);
            }
        }

        if (distance > options.ImplausibleDistanceMm)
        {
            gaps.Add(new DataGap(
                "no-bite", "Upper and lower arch do not meet: they are not registered in a bite, and antagonists are not checked."));
            return null;
        }

        return BiteMeasurement.Of(upper.Teeth, lower.Teeth);
    }
}
