using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Finds the named points of a crown in its own axes: contacts are the extremes along mesial, the facial-axis point lies
/// half-way between margin and occlusal point on the facial surface, cusps are the summits of their quarter of the crown.
/// </summary>
internal static class LandmarkFinder
{
    private const double PeakRadiusMm = 1.0;

    /// <summary>The landmarks of a crown whose final axes are <paramref name="shape"/>'s.</summary>
    public static ToothLandmarks Find(CrownShape shape)
    {
        Vec3[] seen = [.. Enumerable.Range(0, shape.Crown.SeenVertices).Where(i => shape.IsCrown[i]).Select(i => shape.Local[i])];
        double height = shape.Top - shape.Cervix;
        Vec3 mesial = ContactPoint(seen, shape.Cervix, height, 1);
        Vec3 distal = ContactPoint(seen, shape.Cervix, height, -1);
        double middle = (mesial.X + distal.X) / 2;
        double width = Math.Max(mesial.X - distal.X, 1);

        ImmutableArray<Vec3> cusps = Cusps(shape.Crown.Id, seen, middle, width, height, shape.Top);
        Vec3 occlusal = OcclusalPoint(shape.Crown.Id, seen, cusps, middle, width);
        Vec3 facialMargin = Margin(shape, seen, middle, width, 1);
        Vec3 lingualMargin = Margin(shape, seen, middle, width, -1);
        Vec3 facial = SurfacePoint(seen, middle, (facialMargin.Z + occlusal.Z) / 2, width, 1);
        Vec3 lingual = SurfacePoint(seen, middle, facial.Z, width, -1);
        return new ToothLandmarks(
            shape.World(mesial),
            shape.World(distal),
            shape.World(facial),
            shape.World(lingual),
            shape.World(facialMargin),
            shape.World(lingualMargin),
            shape.World(occlusal),
            [.. cusps.Select(shape.World)]);
    }

    // Mean of the crown's outermost 0.25 mm on one side, in its upper 60 %: further down the extreme is papilla, not contact.
    private static Vec3 ContactPoint(Vec3[] seen, double cervix, double height, int side)
    {
        Vec3[] band = Part(seen, p => p.Z > cervix + (0.4 * height));
        double outermost = band.Max(p => side * p.X);
        Vec3[] outer = [.. band.Where(p => side * p.X > outermost - 0.25)];
        Vec3 mean = outer.Aggregate(Vec3.Zero, (sum, p) => sum + p) / outer.Length;
        return mean with { X = side * outermost };
    }

    private static ImmutableArray<Vec3> Cusps(ToothId id, Vec3[] seen, double middle, double width, double height, double top)
    {
        switch (id.Class)
        {
            case ToothClass.Incisor:
                Vec3[] edge = Part(seen, p => p.Z > top - (0.12 * height));
                return [edge.MaxBy(p => p.X), edge.MinBy(p => p.X)];
            case ToothClass.Canine:
                return [seen.MaxBy(p => p.Z)];
            case ToothClass.Premolar:
                Vec3[] inner = Part(seen, p => Math.Abs(p.X - middle) < 0.35 * width);
                double split = Middle(inner, top - (0.5 * height), p => p.Y);
                return [.. Summit(inner, p => p.Y > split), .. Summit(inner, p => p.Y <= split)];
            default:
                Vec3[] peaks = Peaks(seen, top - (0.6 * height));
                double half = Middle(seen, top - (0.5 * height), p => p.Y);
                double center = Middle(seen, top - (0.5 * height), p => p.X);
                // An upper molar's large mesiolingual cusp reaches over the middle, the distolingual one is small.
                double lingual = id.Jaw == Jaw.Upper ? center - (0.2 * width) : center;
                return
                [
                    .. Cusp(peaks, seen, center, half, 1, 1),
                    .. Cusp(peaks, seen, center, half, -1, 1),
                    .. Cusp(peaks, seen, lingual, half, 1, -1),
                    .. Cusp(peaks, seen, lingual, half, -1, -1),
                ];
        }
    }

    private static IEnumerable<Vec3> Summit(Vec3[] points, Func<Vec3, bool> within) =>
        points.Where(within).OrderByDescending(p => p.Z).Take(1);

    // Half-way between the extremes of the part above a height.
    private static double Middle(Vec3[] points, double above, Func<Vec3, double> coordinate)
    {
        double[] values = [.. Part(points, p => p.Z > above).Select(coordinate)];
        return (values.Max() + values.Min()) / 2;
    }

    // The points that qualify, or all where none does: a shape that is no crown still gets points that lie on it.
    private static Vec3[] Part(Vec3[] points, Func<Vec3, bool> qualifies)
    {
        Vec3[] part = Array.FindAll(points, p => qualifies(p));
        return part.Length > 0 ? part : points;
    }

    // Points that nothing within a cusp's radius overtops.
    private static Vec3[] Peaks(Vec3[] points, double above)
    {
        Vec3[] high = [.. points.Where(p => p.Z > above)];
        double r2 = PeakRadiusMm * PeakRadiusMm;
        return
        [
            .. high.Where(p => !Array.Exists(
                high, q => q.Z > p.Z && ((q.X - p.X) * (q.X - p.X)) + ((q.Y - p.Y) * (q.Y - p.Y)) < r2)),
        ];
    }

    // The highest peak of one quarter of a molar. Where a quarter has none (worn cusp), the point that is high and far out.
    private static IEnumerable<Vec3> Cusp(Vec3[] peaks, Vec3[] points, double center, double half, int mesial, int facial)
    {
        bool InQuarter(Vec3 p) => mesial * (p.X - center) > 0.3 && facial * (p.Y - half) > 0.8;
        Vec3[] own = [.. peaks.Where(InQuarter).OrderByDescending(p => p.Z).Take(1)];
        return own.Length > 0 ? own
            : points.Where(InQuarter).OrderByDescending(p => p.Z + (0.4 * facial * (p.Y - half))).Take(1);
    }

    private static Vec3 OcclusalPoint(ToothId id, Vec3[] seen, ImmutableArray<Vec3> cusps, double middle, double width) => id.Class switch
    {
        ToothClass.Incisor => seen.Where(p => Math.Abs(p.X - middle) < 0.2 * width).DefaultIfEmpty(seen[0]).MaxBy(p => p.Z),
        ToothClass.Molar when cusps.Length >= 2 => (cusps[0] + cusps[1]) * 0.5,
        _ => cusps.Length > 0 ? cusps[0] : seen.MaxBy(p => p.Z),
    };

    // Lowest point of the border on one side near the middle; the foot of the crown part where there is no border.
    private static Vec3 Margin(CrownShape shape, Vec3[] seen, double middle, double width, int side)
    {
        IEnumerable<Vec3> border = shape.Crown.Margin.Length > 0
            ? shape.Crown.Margin.Select(p => p - shape.Center).Select(d => new Vec3(
                Vec3.Dot(d, shape.Axes.Mesial), Vec3.Dot(d, shape.Axes.Facial), Vec3.Dot(d, shape.Axes.Occlusal)))
            : Part(seen, p => p.Z < shape.Cervix + (0.2 * (shape.Top - shape.Cervix)));
        Vec3[] points = [.. border];
        double split = (points.Max(p => p.Y) + points.Min(p => p.Y)) / 2;
        Vec3[] near = [.. points.Where(p => side * (p.Y - split) > 0 && Math.Abs(p.X - middle) < 0.3 * width)];
        if (near.Length == 0)
            near = [.. points.Where(p => side * (p.Y - split) >= 0)];
        return shape.Crown.Margin.Length > 0 ? near.MinBy(p => p.Z) : near.MaxBy(p => side * p.Y);
    }

    // The outermost point of one side at a height, in the middle of the crown.
    private static Vec3 SurfacePoint(Vec3[] seen, double middle, double height, double width, int side)
    {
        Vec3 best = seen[0];
        double least = double.PositiveInfinity;
        double outermost = seen.Max(p => side * p.Y);
        foreach (Vec3 p in seen)
        {
            double dm = p.X - middle;
            double dh = p.Z - height;
            double depth = Math.Max(0, outermost - (side * p.Y) - (0.45 * width));
            double cost = (dm * dm) + (dh * dh) + (4 * depth * depth);
            if (side * p.Y > 0 && cost < least)
                (least, best) = (cost, p);
        }

        return best;
    }
}
