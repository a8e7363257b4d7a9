using Archwright.Geometry;

namespace Archwright.Synthesis.Arrangement;

/// <summary>
/// The line on which incisal edges and buccal cusps stand, in the occlusal plane: y = a·x² + b·x⁶ (Noroozi 2001, the curve
/// nearest to Braun's beta function, for tapered, ovoid and square forms), taken by arc length from the midline; an outer
/// curve lies a given distance facially.
/// </summary>
internal sealed class ArchCurve
{
    private const double Step = 0.1;
    private readonly Vec3[] _points;
    private readonly double[] _lengths;

    private ArchCurve(Vec3[] points)
    {
        _points = points;
        _lengths = new double[points.Length];
        for (int i = 1; i < points.Length; i++)
            _lengths[i] = _lengths[i - 1] + Vec3.Distance(points[i], points[i - 1]);
    }

    /// <summary>
    /// The curve through the canine's cusp and the first molar's mesiobuccal cusp.
    /// </summary>
    /// <param name="canine">Half the canine width and its depth behind the incisal edges, mm.</param>
    /// <param name="molar">Half the molar width and its depth, mm.</param>
    public static ArchCurve Through((double X, double Y) canine, (double X, double Y) molar)
    {
        double c2 = canine.X * canine.X;
        double m2 = molar.X * molar.X;
        double c6 = c2 * c2 * c2;
        double m6 = m2 * m2 * m2;
        double det = (c2 * m6) - (m2 * c6);
        double a = ((canine.Y * m6) - (molar.Y * c6)) / det;
        double b = ((c2 * molar.Y) - (m2 * canine.Y)) / det;
        var points = new List<Vec3> { Vec3.Zero };
        double x = 0;
        while (points[^1].Y < 70)
        {
            double slope = (2 * a * x) + (6 * b * Math.Pow(x, 5));
            x += Step / Math.Sqrt(1 + (slope * slope));
            points.Add(new Vec3(x, (a * x * x) + (b * Math.Pow(x, 6)), 0));
        }

        return new ArchCurve([.. points]);
    }

    /// <summary>The curve that lies <paramref name="offset"/> mm (by arc length of this one) further facially.</summary>
    public ArchCurve Outwards(Func<double, double> offset)
    {
        var points = new Vec3[_points.Length];
        for (int i = 0; i < points.Length; i++)
            points[i] = _points[i] + (NormalOf(i) * offset(_lengths[i]));
        points[0] = new Vec3(0, points[0].Y, 0);
        return new ArchCurve(points);
    }

    /// <summary>Arc length from the midline to the point of the curve at a sagittal depth, mm.</summary>
    public double LengthAtDepth(double y)
    {
        int i = Array.FindIndex(_points, p => p.Y >= y);
        return i < 0 ? _lengths[^1] : _lengths[i];
    }

    /// <summary>
    /// The curve with its front moved back by <paramref name="backMm"/> (forwards where negative), fading to nothing at an arc
    /// length.
    /// </summary>
    public ArchCurve WithFrontMoved(double backMm, double fadeLength)
    {
        var points = new Vec3[_points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            double t = Math.Min(1, _lengths[i] / fadeLength);
            double share = (1 - (t * t)) * (1 - (t * t));
            points[i] = _points[i] + new Vec3(0, backMm * share, 0);
        }

        return new ArchCurve(points);
    }

    /// <summary>Point and outward normal at an arc length from the midline, on the patient's left for <paramref name="side"/> +1.</summary>
    public (Vec3 Point, Vec3 Outward) At(double length, double side)
    {
        if (length < 0)
            return At(-length, -side);
        int i = Array.BinarySearch(_lengths, length);
        if (i < 0)
            i = ~i - 1;
        i = Math.Clamp(i, 0, _points.Length - 2);
        double t = (length - _lengths[i]) / (_lengths[i + 1] - _lengths[i]);
        Vec3 point = Vec3.Lerp(_points[i], _points[i + 1], t);
        Vec3 normal = Vec3.Lerp(NormalOf(i), NormalOf(i + 1), t).Normalized();
        return (new Vec3(side * point.X, point.Y, 0), new Vec3(side * normal.X, normal.Y, 0));
    }

    /// <summary>
    /// The motion that carries a tooth from a place on this curve to a place on another; places are arc lengths, + on the
    /// patient's left.
    /// </summary>
    public RigidTransform Carry(double from, ArchCurve other, double to)
    {
        (Vec3 p, Vec3 n) = At(from, 1);
        (Vec3 q, Vec3 m) = other.At(to, 1);
        return RigidTransform.AboutPoint(Rotation.Between(n, m), p, q - p);
    }

    private Vec3 NormalOf(int i)
    {
        int from = Math.Max(0, i - 1);
        int to = Math.Min(_points.Length - 1, i + 1);
        Vec3 tangent = (_points[to] - _points[from]).Normalized();
        return i == 0 ? new Vec3(0, -1, 0) : new Vec3(tangent.Y, -tangent.X, 0);
    }
}
