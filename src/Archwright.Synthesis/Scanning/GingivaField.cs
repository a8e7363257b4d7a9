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
    private const double VestibularSkirtMm = 6.8;
    private const double LingualSkirtMm = 6;
    private const double VaultMm = 15;
    private readonly Vec3[] _ridge;
    private readonly double[] _halfWidth;
    private readonly double _up;
    private readonly bool _hasPalate;
    private readonly double _back;
    private readonly double _front;

    public GingivaField(IReadOnlyList<(ToothBody Body, ToothFrame Pose)> teeth, bool palate)
    {
        bool isUpper = teeth[0].Body.Id.Jaw == Jaw.Upper;
        _up = isUpper ? -1 : 1;
        (_ridge, _halfWidth) = Ridge(teeth);
        _hasPalate = isUpper && palate && teeth.Count > 3;
        _back = 0.5 * (_ridge[0].Y + _ridge[^1].Y) - 7;
        _front = _ridge.Min(p => p.Y);
    }

    /// <summary>How far the scanned gum reaches below the highest margins, mm.</summary>
    public double DeepestMm => _hasPalate ? VaultMm + 3 : VestibularSkirtMm + 2;

    /// <summary>Alveolar ridge and palate, without the collars.</summary>
    public double BaseAt(Vec3 p)
    {
        (int i, double t, double lateral, bool isLingual) = Nearest(p);
        double top = _ridge[i].Z + (t * (_ridge[i + 1].Z - _ridge[i].Z));
        double depth = _up * (top - p.Z);
        double half = _halfWidth[i] + (t * (_halfWidth[i + 1] - _halfWidth[i])) + (0.2 * Math.Max(0, depth));
        double ridge = SmoothField.Intersection(lateral - half, -depth, 5);
        if (!_hasPalate || !isLingual)
            return ridge;
        (double far, double level) = SoftDistance(p);
        double below = _up * (level - p.Z);
        // the vault rises with the distance from the ridge; rugae run across its front, a raphe along the middle
        double toBack = p.Y - _front;
        double rugae = 0.22 * Math.Sin(1.9 * (toBack - (0.035 * p.X * p.X))) * SmoothField.Step(Math.Abs(p.X), 1, 4)
            * SmoothField.Step(far, 5, 8) * (1 - SmoothField.Step(toBack, 14, 19));
        double raphe = 0.3 * SmoothField.Bell(p.X, 1) * SmoothField.Step(far, 4, 8);
        double rise = Math.Max(0, far - 2);
        double vault = (VaultMm * (1 - Math.Exp(-rise * rise / 150))) - 0.5 + rugae - raphe;
        double palate = SmoothField.Intersection(0.75 * (vault - below), p.Y - _back - 1.2, 0.5);
        return SmoothField.Union(ridge, palate, 3);
    }

    /// <summary>Distance from the ridge and its level, both blended over the whole line, so that neither has a crease.</summary>
    private (double Distance, double Level) SoftDistance(Vec3 p)
    {
        const double Width = 2.5;
        double sum = 0;
        double level = 0;
        for (int i = 0; i < _ridge.Length; i += 2)
        {
            double dx = p.X - _ridge[i].X;
            double dy = p.Y - _ridge[i].Y;
            double weight = Math.Exp(-Math.Sqrt((dx * dx) + (dy * dy)) / Width);
            sum += weight;
            level += weight * _ridge[i].Z;
        }

        return (Math.Max(0, -Width * Math.Log(sum)) + 1.5, level / sum);
    }

    /// <summary>How far inside the scanned region a point of the surface lies, mm; negative beyond its edge.</summary>
    public double InsideScan(Vec3 p)
    {
        (int i, double t, double _, bool isLingual) = Nearest(p);
        double depth = _up * (_ridge[i].Z + (t * (_ridge[i + 1].Z - _ridge[i].Z)) - p.Z);
        // the edge a hand draws: a little uneven, higher at the frenum
        double along = (i + t) / _ridge.Length * 40;
        double skirt = isLingual ? LingualSkirtMm : VestibularSkirtMm - (1.5 * SmoothField.Bell(p.X, 1.8));
        skirt += (0.35 * Math.Sin(along)) + (0.25 * Math.Sin((2.3 * along) + 1));
        double inside = skirt - depth;
        return _hasPalate && isLingual ? Math.Max(inside, _back + (0.6 * Math.Sin(p.X / 4)) - p.Y) : inside;
    }

    /// <summary>The gum with the collar of one more tooth, whose wall is <paramref name="wall"/> away.</summary>
    public static double WithCollar(double gum, ToothShape shape, Vec3 q, double wall)
    {
        double depth = shape.MarginAt(q.X, q.Y >= 0 ? 1 : -1) - q.Z;
        double thickness = 0.12 + (1.05 * (1 - Math.Exp(-Math.Max(0, depth) / 1.6)));
        return SmoothField.Union(gum, SmoothField.Intersection(wall - thickness, -0.85 * depth, 0.7), 1.6);
    }

    private (int Segment, double T, double Lateral, bool IsLingual) Nearest(Vec3 p)
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

        // the line runs from the patient's right to the left round the front: the tongue lies on its left-hand side
        Vec3 along = _ridge[best + 1] - _ridge[best];
        Vec3 from = p - _ridge[best];
        return (best, bestT, Math.Sqrt(least), (along.X * from.Y) - (along.Y * from.X) > 0);
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

        points.Insert(0, points[0] + ((points[0] - points[1]).Normalized() * 5));
        points.Add(points[^1] + ((points[^1] - points[^2]).Normalized() * 5));
        widths.Insert(0, 0.85 * widths[0]);
        widths.Add(0.85 * widths[^1]);
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
