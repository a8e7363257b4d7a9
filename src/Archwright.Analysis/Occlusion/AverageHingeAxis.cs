using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The hinge axis by average geometry, for cases in which nobody located it. Method: Bonwill's triangle of 100 mm sides (Nikolopoulou
/// 2019, doi 10.19080/ADOH.2019.11.555816: about 101 mm, equilateral) stands on the midpoint of the lower incisors, inclined to the occlusal plane by a
/// Balkwill angle of 17°, which errs less than 25° (Morneburg and Pröschel 2011). Occlusal frame, mm.
/// </summary>
public static class AverageHingeAxis
{
    private const double SideMm = 100;
    private const double BalkwillDeg = 17;

    /// <summary>The axis, or null where no lower front tooth tells where the triangle stands.</summary>
    /// <param name="lower">Lower teeth in the scanned bite, occlusal frame.</param>
    public static HingeAxis? Of(IReadOnlyList<Tooth> lower)
    {
        if (IncisorPoint(lower) is not { } point)
            return null;
        double height = SideMm * Math.Sqrt(3) / 2;
        double angle = BalkwillDeg * Math.PI / 180;
        // the arches' own middle, not a shifted lower midline, lies between the joints
        Vec3 center = new(0, point.Y + (height * Math.Cos(angle)), point.Z + (height * Math.Sin(angle)));
        Vec3 half = Vec3.UnitX * (SideMm / 2);
        return new HingeAxis(center - half, center + half, HingeAxisSource.Average);
    }

    /// <summary>Midpoint of the lower central incisors' edges; of the lateral ones or the canines where those are missing; null without any.</summary>
    public static Vec3? IncisorPoint(IReadOnlyList<Tooth> lower)
    {
        Vec3[] nearest =
        [
            .. lower.Where(t => t.Id.IsAnterior).GroupBy(t => t.Id.Position).OrderBy(g => g.Key).Take(1)
                .SelectMany(g => g.OrderBy(t => t.Id)).Select(t => t.Landmarks.OcclusalPoint),
        ];
        return nearest.Length == 0 ? null : nearest.Aggregate(Vec3.Zero, (a, b) => a + b) / nearest.Length;
    }
}
