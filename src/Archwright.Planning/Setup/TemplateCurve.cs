using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// The curve of contact points of one arch in the occlusal plane, by arc length from its foremost point: an even sextic
/// y = a·u² + b·u⁴ + c·u⁶ with u = x / 25 mm (Noroozi 2001), placed by a shift and a small turn. Occlusal frame, mm.
/// </summary>
internal sealed class TemplateCurve
{
    private const double UnitMm = 25;
    private const double StepMm = 0.5;
    private const int Half = 96;

    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double _cos;
    private readonly double _sin;
    private readonly double _x0;
    private readonly double _y0;
    private readonly double[] _lengths = new double[(2 * Half) + 1];

    /// <param name="a">Coefficient of u², mm.</param>
    /// <param name="b">Coefficient of u⁴, mm.</param>
    /// <param name="c">Coefficient of u⁶, mm.</param>
    /// <param name="x0">x of the foremost point, mm.</param>
    /// <param name="y0">y of the foremost point, mm.</param>
    /// <param name="yawRad">Turn about the vertical, radians.</param>
    public TemplateCurve(double a, double b, double c, double x0, double y0, double yawRad)
    {
        (_a, _b, _c, _x0, _y0) = (a, b, c, x0, y0);
        (_sin, _cos) = Math.SinCos(yawRad);
        _lengths[Half] = 0;
        for (int i = 1; i <= Half; i++)
        {
            // Simpson's rule on each step; the curve is even, so one half serves both
            double from = (i - 1) * StepMm;
            double piece = StepMm / 6 * (Speed(from) + (4 * Speed(from + (StepMm / 2))) + Speed(from + StepMm));
            _lengths[Half + i] = _lengths[Half + i - 1] + piece;
            _lengths[Half - i] = -_lengths[Half + i];
        }
    }

    /// <summary>Point, unit tangent (towards the patient's left) and unit outward normal at arc length <paramref name="s"/>, z = 0.</summary>
    public (Vec3 Point, Vec3 Tangent, Vec3 Outward) At(double s)
    {
        double x = XAt(s);
        double slope = Slope(x);
        Vec3 tangent = Turned(new Vec3(1, slope, 0).Normalized());
        Vec3 point = Turned(new Vec3(x, Height(x), 0)) + new Vec3(_x0, _y0, 0);
        return (point, tangent, new Vec3(tangent.Y, -tangent.X, 0));
    }

    private double XAt(double s)
    {
        int low = 0;
        int high = 2 * Half;
        if (s <= _lengths[0])
            return (-Half * StepMm) + ((s - _lengths[0]) / Speed(-Half * StepMm));
        if (s >= _lengths[high])
            return (Half * StepMm) + ((s - _lengths[high]) / Speed(Half * StepMm));
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (_lengths[middle] <= s)
                low = middle;
            else
                high = middle;
        }

        double share = (s - _lengths[low]) / (_lengths[high] - _lengths[low]);
        return (low - Half + share) * StepMm;
    }

    private double Height(double x)
    {
        double u = x / UnitMm;
        double u2 = u * u;
        return u2 * (_a + (u2 * (_b + (u2 * _c))));
    }

    private double Slope(double x)
    {
        double u = x / UnitMm;
        double u2 = u * u;
        return u / UnitMm * ((2 * _a) + (u2 * ((4 * _b) + (6 * u2 * _c))));
    }

    private double Speed(double x)
    {
        double slope = Slope(x);
        return Math.Sqrt(1 + (slope * slope));
    }

    private Vec3 Turned(Vec3 v) => new((_cos * v.X) - (_sin * v.Y), (_sin * v.X) + (_cos * v.Y), 0);
}
