using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Finds the named points of a crown in its own axes: contacts are the extremes along mesial, the facial-axis point and its lingual
/// counterpart lie half-way between margin and occlusal end of their surface, cusps are <see cref="CuspFinder"/>'s.
/// </summary>
internal static class LandmarkFinder
{
    // how far round the middle of the crown the margin's lowest point is looked for, and over what length the margin is smoothed, of its width
    private const double ZenithReach = 0.2;
    private const double MarginSmoothing = 0.12;

    /// <summary>The landmarks of a crown whose final axes are <paramref name="shape"/>'s.</summary>
    public static ToothLandmarks Find(CrownShape shape)
    {
        Vec3[] seen = [.. Enumerable.Range(0, shape.Crown.SeenVertices).Where(i => shape.IsCrown[i]).Select(i => shape.Local[i])];
        CrownOutline outline = CrownOutline.Of(seen);
        double height = shape.Top - shape.Cervix;
        Vec3 mesial = ContactPoint(seen, shape.Cervix, height, 1);
        Vec3 distal = ContactPoint(seen, shape.Cervix, height, -1);
        ImmutableArray<Vec3> cusps = shape.Crown.Id.Class == ToothClass.Incisor
            ? EdgeEnds(seen, height, shape.Top)
            : CuspFinder.Find(shape, outline);
        Vec3 occlusal = OcclusalPoint(shape.Crown.Id, seen, cusps, outline);
        Vec3 facialMargin = Margin(shape, seen, outline, 1);
        Vec3 lingualMargin = Margin(shape, seen, outline, -1);
        Vec3 facial = HalfWay(shape.Crown.Id, seen, outline, facialMargin, occlusal, 1);
        Vec3 lingual = HalfWay(shape.Crown.Id, seen, outline, lingualMargin, occlusal, -1);
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

    /// <summary>The outermost point of one side (1 facial, −1 lingual) near a height, in the middle of the crown.</summary>
    public static Vec3 SurfacePoint(Vec3[] seen, CrownOutline outline, double height, int side)
    {
        double split = (seen.Max(p => p.Y) + seen.Min(p => p.Y)) / 2;
        Vec3[] own = Part(seen, p => side * (p.Y - split) > 0);
        Vec3[] near = own;
        foreach (double reachMm in (ReadOnlySpan<double>)[1, 1.5, 2.5])
        {
            near = Array.FindAll(own, p => Math.Abs(p.X - outline.Middle.X) < reachMm && Math.Abs(p.Z - height) < reachMm);
            if (near.Length > 0)
                break;
            near = own;
        }

        double outermost = near.Max(p => side * p.Y);
        return near.MinBy(p =>
        {
            double across = p.X - outline.Middle.X;
            double along = p.Z - height;
            double depth = Math.Max(0, outermost - (side * p.Y) - 0.8);
            return (across * across) + (along * along) + (2 * depth * depth);
        });
    }

    // Mean of the crown's outermost 0.25 mm on one side, in its upper 60 %: further down the extreme is papilla, not contact.
    private static Vec3 ContactPoint(Vec3[] seen, double cervix, double height, int side)
    {
        Vec3[] band = Part(seen, p => p.Z > cervix + (0.4 * height));
        double outermost = band.Max(p => side * p.X);
        Vec3[] outer = [.. band.Where(p => side * p.X > outermost - 0.25)];
        return Mean(outer) with { X = side * outermost };
    }

    private static ImmutableArray<Vec3> EdgeEnds(Vec3[] seen, double height, double top)
    {
        Vec3[] edge = Part(seen, p => p.Z > top - (0.12 * height));
        return [edge.MaxBy(p => p.X), edge.MinBy(p => p.X)];
    }

    private static Vec3 OcclusalPoint(ToothId id, Vec3[] seen, ImmutableArray<Vec3> cusps, CrownOutline outline) => id.Class switch
    {
        ToothClass.Incisor => EdgeMiddle(seen, outline),
        ToothClass.Molar when cusps.Length >= 2 => (cusps[0] + cusps[1]) * 0.5,
        _ => cusps.Length > 0 ? cusps[0] : seen.MaxBy(p => p.Z),
    };

    // Half-way between the ends of the edge, not its highest point: an edge worn slantwise is highest at a corner.
    private static Vec3 EdgeMiddle(Vec3[] seen, CrownOutline outline)
    {
        Vec3[] edge = Part(seen, p => p.Z > outline.Top - (0.25 * outline.Height));
        double middle = (edge.Max(p => p.X) + edge.Min(p => p.X)) / 2;
        Vec3[] near = Part(seen, p => Math.Abs(p.X - middle) < 0.15 * outline.Width);
        double top = near.Max(p => p.Z);
        Vec3 mean = Mean([.. near.Where(p => p.Z > top - 0.4)]) with { X = middle };
        return seen.MinBy(p => (p - mean).LengthSquared);
    }

    private static Vec3 HalfWay(ToothId id, Vec3[] seen, CrownOutline outline, Vec3 margin, Vec3 occlusal, int side) =>
        SurfacePoint(seen, outline, HalfWayHeight(id, seen, outline, margin, occlusal, side), side);

    /// <summary>Half the way up the middle of one side: from the margin to the edge or tip of a front tooth, to the highest point of that side of another.</summary>
    public static double HalfWayHeight(ToothId id, Vec3[] seen, CrownOutline outline, Vec3 margin, Vec3 occlusal, int side)
    {
        double split = (seen.Max(p => p.Y) + seen.Min(p => p.Y)) / 2;
        double top = id.IsAnterior
            ? occlusal.Z
            : Part(seen, p => Math.Abs(p.X - outline.Middle.X) < 0.35 * outline.Width && side * (p.Y - split) > 0).Max(p => p.Z);
        return (margin.Z + top) / 2;
    }

    // The points that qualify, or all where none does: a shape that is no crown still gets points that lie on it.
    private static Vec3[] Part(Vec3[] points, Func<Vec3, bool> qualifies)
    {
        Vec3[] part = Array.FindAll(points, p => qualifies(p));
        return part.Length > 0 ? part : points;
    }

    private static Vec3 Mean(Vec3[] points) => points.Aggregate(Vec3.Zero, (sum, p) => sum + p) / points.Length;

    // Lowest point of the smoothed border on one side near the middle (labels leave teeth as long as the scan's edges in a border);
    // the foot of the crown part where there is no border.
    private static Vec3 Margin(CrownShape shape, Vec3[] seen, CrownOutline outline, int side)
    {
        IEnumerable<Vec3> border = shape.Crown.Margin.Length > 0
            ? shape.Crown.Margin.Select(p => p - shape.Center).Select(d => new Vec3(
                Vec3.Dot(d, shape.Axes.Mesial), Vec3.Dot(d, shape.Axes.Facial), Vec3.Dot(d, shape.Axes.Occlusal)))
            : Part(seen, p => p.Z < shape.Cervix + (0.2 * (shape.Top - shape.Cervix)));
        Vec3[] points = [.. border];
        double split = (points.Max(p => p.Y) + points.Min(p => p.Y)) / 2;
        Vec3[] near = [.. points.Where(p => side * (p.Y - split) > 0 && Math.Abs(p.X - outline.Middle.X) < ZenithReach * outline.Width)];
        if (near.Length == 0)
            near = [.. points.Where(p => side * (p.Y - split) >= 0)];
        if (shape.Crown.Margin.Length == 0)
            return near.MaxBy(p => side * p.Y);
        Vec3 lowest = near.Select(p => Smoothed(near, p.X, MarginSmoothing * outline.Width)).MinBy(p => p.Z);
        return seen.MinBy(p => (p - lowest).LengthSquared);
    }

    // Mean of the points, weighted by how near in the mesial direction they lie.
    private static Vec3 Smoothed(Vec3[] points, double x, double widthMm)
    {
        Vec3 sum = Vec3.Zero;
        double all = 0;
        foreach (Vec3 p in points)
        {
            double z = (p.X - x) / widthMm;
            double weight = Math.Exp(-0.5 * z * z);
            sum += p * weight;
            all += weight;
        }

        return sum / all;
    }
}
