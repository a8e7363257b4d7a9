using Archwright.Primitives;

namespace Archwright.Synthesis.Shapes;

/// <summary>
/// A smooth curve of one variable through given points, held as a table: monotone between its points (Fritsch and
/// Carlson 1980, doi 10.1137/0717021), so an outline never bulges where the anatomy does not.
/// </summary>
internal sealed class Profile
{
    private const double StepMm = 0.05;
    private readonly double _start;
    private readonly double[] _values;

    private Profile(double start, double[] values)
    {
        _start = start;
        _values = values;
    }

    /// <summary>The curve through (z, value) points of increasing z; constant beyond its ends.</summary>
    public static Profile Through(params ReadOnlySpan<(double Z, double Value)> points)
    {
        Preconditions.Require(points.Length >= 2, "a curve has two points");
        int n = points.Length;
        double[] secants = new double[n - 1];
        for (int i = 0; i < n - 1; i++)
            secants[i] = (points[i + 1].Value - points[i].Value) / (points[i + 1].Z - points[i].Z);
        double[] slopes = new double[n];
        slopes[0] = secants[0];
        slopes[n - 1] = secants[n - 2];
        for (int i = 1; i < n - 1; i++)
        {
            double product = secants[i - 1] * secants[i];
            slopes[i] = product <= 0 ? 0 : 2 * product / (secants[i - 1] + secants[i]);
        }

        int count = (int)Math.Ceiling((points[n - 1].Z - points[0].Z) / StepMm) + 2;
        double[] values = new double[count];
        int span = 0;
        for (int k = 0; k < count; k++)
        {
            double z = Math.Min(points[0].Z + (k * StepMm), points[n - 1].Z);
            while (span < n - 2 && z > points[span + 1].Z)
                span++;
            double h = points[span + 1].Z - points[span].Z;
            double t = (z - points[span].Z) / h;
            double t2 = t * t;
            double t3 = t2 * t;
            values[k] = (points[span].Value * ((2 * t3) - (3 * t2) + 1)) + (slopes[span] * h * (t3 - (2 * t2) + t))
                + (points[span + 1].Value * ((3 * t2) - (2 * t3))) + (slopes[span + 1] * h * (t3 - t2));
        }

        return new Profile(points[0].Z, values);
    }

    /// <summary>Value at <paramref name="z"/>.</summary>
    public double At(double z)
    {
        double t = (z - _start) / StepMm;
        if (t <= 0)
            return _values[0];
        int i = (int)t;
        if (i >= _values.Length - 1)
            return _values[^1];
        double f = t - i;
        return (_values[i] * (1 - f)) + (_values[i + 1] * f);
    }

    /// <summary>Slope at <paramref name="z"/>, by a difference over ± 0.3 mm.</summary>
    public double SlopeAt(double z) => (At(z + 0.3) - At(z - 0.3)) / 0.6;
}
