using Archwright.Fabrication.Solids;
using Archwright.Geometry;

namespace Archwright.Fabrication;

/// <summary>
/// The middle line of an arch in the model's plane, through the middles of the gingival margins in order, each point with the
/// height of the margin and half the tooth's width; lengthened at both ends. Model frame.
/// </summary>
internal sealed class Ridge
{
    private const double TailMm = 6;
    private readonly (Vec3 Point, double HalfWidth)[] _points;

    private Ridge((Vec3 Point, double HalfWidth)[] points) => _points = points;

    /// <summary>First and last tooth's place: the two heels of the arch.</summary>
    public Vec3 FirstHeel => _points[1].Point;

    /// <summary>The other heel.</summary>
    public Vec3 LastHeel => _points[^2].Point;

    public static Ridge Through(IReadOnlyList<(ModelTooth Tooth, RigidTransform Pose)> teeth)
    {
        var points = new List<(Vec3, double)>();
        foreach ((ModelTooth tooth, RigidTransform pose) in teeth)
        {
            Vec3 across = tooth.Tooth.Landmarks.FacialMargin - tooth.Tooth.Landmarks.LingualMargin;
            points.Add((pose.Apply(tooth.Margin), Math.Clamp(new Vec3(across.X, across.Y, 0).Length / 2, 1.5, 7)));
        }

        points.Insert(0, Tail(points[0], points[Math.Min(1, points.Count - 1)]));
        points.Add(Tail(points[^1], points[Math.Max(0, points.Count - 2)]));
        return new Ridge([.. points]);
    }

    /// <summary>Distance of a column from the middle line, and margin height and half width there, all mm.</summary>
    public (double Distance, double Height, double HalfWidth) At(double x, double y)
    {
        var p = new Vec3(x, y, 0);
        double best = double.PositiveInfinity;
        double height = 0;
        double width = 0;
        for (int i = 0; i + 1 < _points.Length; i++)
        {
            Vec3 a = _points[i].Point with { Z = 0 };
            Vec3 ab = (_points[i + 1].Point with { Z = 0 }) - a;
            double t = ab.LengthSquared > 0 ? Math.Clamp(Vec3.Dot(p - a, ab) / ab.LengthSquared, 0, 1) : 0;
            double d = (a + (ab * t) - p).LengthSquared;
            if (d >= best)
                continue;
            best = d;
            height = _points[i].Point.Z + ((_points[i + 1].Point.Z - _points[i].Point.Z) * t);
            width = _points[i].HalfWidth + ((_points[i + 1].HalfWidth - _points[i].HalfWidth) * t);
        }

        return (Math.Sqrt(best), height, width);
    }

    /// <summary>Heights of a plain ridge of soft tissue round the teeth, for teeth that came without gingiva.</summary>
    public void Raise(PlaneLattice heights, bool[] isKnown)
    {
        for (int y = 0; y < heights.Ny; y++)
        {
            for (int x = 0; x < heights.Nx; x++)
            {
                (double d, double height, double half) = At(heights.X(x), heights.Y(y));
                if (d > half + 3)
                    continue;
                double beside = Math.Max(0, d - half);
                heights.Values[heights.Index(x, y)] = (float)(height - 0.3 - (0.25 * beside * beside));
                isKnown[heights.Index(x, y)] = true;
            }
        }
    }

    private static (Vec3 Point, double HalfWidth) Tail((Vec3 Point, double HalfWidth) end, (Vec3 Point, double HalfWidth) before)
    {
        Vec3 along = ((end.Point - before.Point) with { Z = 0 }).Normalized();
        return (end.Point + ((along.LengthSquared > 0 ? along : Vec3.UnitY) * TailMm), end.HalfWidth);
    }
}
