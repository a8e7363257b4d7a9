using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis.Arrangement;
using Archwright.Synthesis.Shapes;

namespace Archwright.Synthesis.Scanning;

/// <summary>
/// The gum of one arch as a distance-like field, negative inside: a collar around each tooth that ends in the scalloped
/// gingival margin, and the alveolar ridge below, all joined smoothly, so that papillae fill the embrasures and roots show
/// as eminences. Occlusal frame, mm.
/// </summary>
internal sealed class GingivaField
{
    private readonly Vec3[] _ridge;
    private readonly double[] _halfWidth;
    private readonly double _up;

    public GingivaField(IReadOnlyList<(ToothBody Body, ToothFrame Pose)> teeth)
    {
        _up = teeth[0].Body.Id.Jaw == Jaw.Upper ? -1 : 1;
        (_ridge, _halfWidth) = Ridge(teeth);
    }

    /// <summary>The alveolar ridge alone.</summary>
    public double RidgeAt(Vec3 p)
    {
        (int i, double t, double lateral) = Nearest(p);
        Vec3 axis = Vec3.Lerp(_ridge[i], _ridge[i + 1], t);
        double depth = _up * (axis.Z - p.Z);
        double half = _halfWidth[i] + (t * (_halfWidth[i + 1] - _halfWidth[i])) + (0.2 * Math.Max(0, depth));
        return SmoothField.Intersection(lateral - half, -depth, 5);
    }

    /// <summary>The gum with the collar of one more tooth, whose wall is <paramref name="wall"/> away.</summary>
    public static double WithCollar(double gum, ToothShape shape, Vec3 q, double wall)
    {
        double depth = shape.MarginAt(q.X, q.Y >= 0 ? 1 : -1) - q.Z;
        double thickness = 0.12 + (1.05 * (1 - Math.Exp(-Math.Max(0, depth) / 1.6)));
        return SmoothField.Union(gum, SmoothField.Intersection(wall - thickness, -0.85 * depth, 0.7), 1.6);
    }

    /// <summary>Depth of a point below the level of the gingival margins near it, mm, with the distance from the ridge's line.</summary>
    public (double Depth, double Lateral) DepthAt(Vec3 p)
    {
        (int i, double t, double lateral) = Nearest(p);
        double top = _ridge[i].Z + (t * (_ridge[i + 1].Z - _ridge[i].Z));
        return (_up * (top - p.Z), lateral);
    }

    private (int Segment, double T, double Lateral) Nearest(Vec3 p)
    {
        int best = 0;
        double bestT = 0;
        double least = double.PositiveInfinity;
        for (int i = 0; i < _ridge.Length - 1; i++)
        {
            double dx = _ridge[i + 1].X - _ridge[i].X;
            double dy = _ridge[i + 1].Y - _ridge[i].Y;
            double t = Math.Clamp((((p.X - _ridge[i].X) * dx) + ((p.Y - _ridge[i].Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            double ex = p.X - _ridge[i].X - (t * dx);
            double ey = p.Y - _ridge[i].Y - (t * dy);
            double distance2 = (ex * ex) + (ey * ey);
            if (distance2 < least)
            {
                least = distance2;
                best = i;
                bestT = t;
            }
        }

        return (best, bestT, Math.Sqrt(least));
    }

    /// <summary>A smooth line a little below the margins, through the necks of the teeth and on behind the last.</summary>
    private static (Vec3[] Line, double[] HalfWidth) Ridge(IReadOnlyList<(ToothBody Body, ToothFrame Pose)> teeth)
    {
        var points = new List<Vec3>();
        var widths = new List<double>();
        foreach ((ToothBody body, ToothFrame pose) in teeth)
        {
            points.Add(pose.PointFromLocal(new Vec3(0, 0, -1.0)));
            widths.Add((0.5 * body.Shape.Size.DepthMm) + 0.3);
        }

        points.Insert(0, points[0] + ((points[0] - points[1]).Normalized() * 7));
        points.Add(points[^1] + ((points[^1] - points[^2]).Normalized() * 7));
        widths.Insert(0, widths[0]);
        widths.Add(widths[^1]);
        for (int round = 0; round < 3; round++)
        {
            Vec3[] p = [.. points];
            double[] w = [.. widths];
            for (int i = 1; i < p.Length - 1; i++)
            {
                points[i] = (p[i] * 0.5) + ((p[i - 1] + p[i + 1]) * 0.25);
                widths[i] = (w[i] * 0.5) + ((w[i - 1] + w[i + 1]) * 0.25);
            }
        }

        // four points between each two teeth, on a Catmull-Rom spline
        var line = new List<Vec3>();
        var half = new List<double>();
        for (int i = 0; i < points.Count - 1; i++)
        {
            Vec3 a = points[Math.Max(0, i - 1)];
            Vec3 b = points[i];
            Vec3 c = points[i + 1];
            Vec3 d = points[Math.Min(points.Count - 1, i + 2)];
            for (int k = 0; k < 4; k++)
            {
                double t = k / 4.0;
                line.Add(((b * 2) + ((c - a) * t) + (((a * 2) - (b * 5) + (c * 4) - d) * (t * t)) + (((b * 3) - a - (c * 3) + d) * (t * t * t))) * 0.5);
                half.Add(widths[i] + (t * (widths[i + 1] - widths[i])));
            }
        }

        line.Add(points[^1]);
        half.Add(widths[^1]);
        return ([.. line], [.. half]);
    }
}
