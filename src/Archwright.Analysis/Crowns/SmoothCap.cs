using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Closes a border loop with a surface that leaves the border in the direction in which the seen surface ends there.
/// Method: the loop is laid on the unit circle by arc length and the cap is the biharmonic map of the disk with the given
/// border values f and border derivatives g, which has a closed form per Fourier mode:
/// u(r, θ) = Σₙ (aₙ + bₙr²) rⁿ, bₙ = (gₙ − n·fₙ)/2, aₙ = fₙ − bₙ. A flat round hole is closed flat, a tube's end by a dome
/// half as deep as its radius. The disk is meshed in rings whose spacing starts at the border's edge length and grows.
/// O(samples × modes). Border vertices are not moved. Known limit: a long narrow notch in the border may fold.
/// </summary>
internal static class SmoothCap
{
    private const int MaxModes = 40;
    private const int TangentModes = 10;

    // Below 1, where a flat hole would close flat: crowns narrow below their contact, so the fill should not bulge on.
    private const double TangentScale = 0.5;

    /// <summary>What closes one loop: new points, and faces over border vertices and new ones (numbered from <c>firstNew</c>).</summary>
    public readonly record struct Patch(Vec3[] Points, Triangle[] Faces);

    /// <summary>
    /// The cap of <paramref name="loop"/> (in the direction of the surface's own half-edges). <paramref name="leaving"/> is
    /// the unit direction per border vertex in which the surface ends; <paramref name="ringMm"/> the greatest ring spacing.
    /// </summary>
    public static Patch Close(Vec3[] border, Vec3[] leaving, int[] loop, int firstNew, double ringMm)
    {
        int n = loop.Length;
        if (n == 3)
            return new Patch([], [new Triangle(loop[0], loop[2], loop[1])]);

        double[] angle = ArcAngles(border, out double perimeter);
        double radius = perimeter / (2 * Math.PI);
        int samples = Math.Max(64, 2 * n);
        Vec3[] f = Resample(border, angle, samples);
        Vec3[] g = Resample(leaving, angle, samples);
        int modes = Math.Min(MaxModes, Math.Max(2, n / 2));
        var series = new DiskSeries(f, g, modes, TangentModes, -TangentScale * radius);

        double edge = perimeter / n;
        var points = new List<Vec3>();
        var faces = new List<Triangle>();
        int[] outer = loop;
        double[] outerAngle = angle;
        double step = edge;
        double r = 1 - (step / radius);
        while (r * radius > 0.7 * step && n > 6)
        {
            int count = Math.Max(6, (int)Math.Round(2 * Math.PI * r * radius / step));
            var ring = new int[count];
            var ringAngle = new double[count];
            for (int i = 0; i < count; i++)
            {
                ringAngle[i] = 2 * Math.PI * i / count;
                ring[i] = firstNew + points.Count;
                points.Add(series.At(r, ringAngle[i]));
            }

            Zip(outer, outerAngle, ring, ringAngle, faces);
            outer = ring;
            outerAngle = ringAngle;
            step = Math.Min(step * 1.35, Math.Max(edge, ringMm));
            r -= step / radius;
        }

        int center = firstNew + points.Count;
        points.Add(series.At(0, 0));
        for (int i = 0; i < outer.Length; i++)
            faces.Add(new Triangle(outer[(i + 1) % outer.Length], outer[i], center));
        return new Patch([.. points], [.. faces]);
    }

    private static double[] ArcAngles(Vec3[] border, out double perimeter)
    {
        var angle = new double[border.Length];
        perimeter = 0;
        for (int i = 0; i < border.Length; i++)
        {
            angle[i] = perimeter;
            perimeter += Vec3.Distance(border[i], border[(i + 1) % border.Length]);
        }

        for (int i = 0; i < angle.Length; i++)
            angle[i] *= 2 * Math.PI / perimeter;
        return angle;
    }

    private static Vec3[] Resample(Vec3[] values, double[] angle, int samples)
    {
        var result = new Vec3[samples];
        int at = 0;
        for (int s = 0; s < samples; s++)
        {
            double theta = 2 * Math.PI * s / samples;
            while (at + 1 < angle.Length && angle[at + 1] <= theta)
                at++;
            double end = at + 1 < angle.Length ? angle[at + 1] : 2 * Math.PI;
            double t = end > angle[at] ? (theta - angle[at]) / (end - angle[at]) : 0;
            result[s] = Vec3.Lerp(values[at], values[(at + 1) % values.Length], t);
        }

        return result;
    }

    // Joins two rings by always taking the step that keeps the two fronts closest in angle.
    private static void Zip(int[] outer, double[] outerAngle, int[] inner, double[] innerAngle, List<Triangle> faces)
    {
        int i = 0;
        int j = 0;
        while (i < outer.Length || j < inner.Length)
        {
            double nextOuter = i + 1 < outer.Length ? outerAngle[i + 1] : (2 * Math.PI) + outerAngle[0];
            double nextInner = j + 1 < inner.Length ? innerAngle[j + 1] : (2 * Math.PI) + innerAngle[0];
            if (j >= inner.Length || (i < outer.Length && nextOuter <= nextInner))
            {
                faces.Add(new Triangle(outer[(i + 1) % outer.Length], outer[i], inner[j % inner.Length]));
                i++;
            }
            else
            {
                faces.Add(new Triangle(outer[i % outer.Length], inner[j], inner[(j + 1) % inner.Length]));
                j++;
            }
        }
    }

    private sealed class DiskSeries
    {
        private readonly Vec3[] _aCos;
        private readonly Vec3[] _aSin;
        private readonly Vec3[] _bCos;
        private readonly Vec3[] _bSin;

        public DiskSeries(Vec3[] f, Vec3[] g, int modes, int tangentModes, double derivativeScale)
        {
            _aCos = new Vec3[modes + 1];
            _aSin = new Vec3[modes + 1];
            _bCos = new Vec3[modes + 1];
            _bSin = new Vec3[modes + 1];
            for (int n = 0; n <= modes; n++)
            {
                (Vec3 fc, Vec3 fs) = Mode(f, n);
                (Vec3 gc, Vec3 gs) = n <= tangentModes ? Mode(g, n) : (default, default);
                // Above the tangent's modes the border's own harmonic decay is kept (g = n·f, so b = 0).
                bool shaped = n <= tangentModes;
                _bCos[n] = shaped ? ((gc * derivativeScale) - (fc * n)) * 0.5 : default;
                _bSin[n] = shaped ? ((gs * derivativeScale) - (fs * n)) * 0.5 : default;
                _aCos[n] = fc - _bCos[n];
                _aSin[n] = fs - _bSin[n];
            }
        }

        public Vec3 At(double r, double theta)
        {
            Vec3 sum = Vec3.Zero;
            double power = 1;
            for (int n = 0; n < _aCos.Length; n++)
            {
                double c = Math.Cos(n * theta) * power;
                double s = Math.Sin(n * theta) * power;
                sum += ((_aCos[n] + (_bCos[n] * (r * r))) * c) + ((_aSin[n] + (_bSin[n] * (r * r))) * s);
                power *= r;
            }

            return sum;
        }

        private static (Vec3 Cos, Vec3 Sin) Mode(Vec3[] values, int n)
        {
            Vec3 c = Vec3.Zero;
            Vec3 s = Vec3.Zero;
            for (int i = 0; i < values.Length; i++)
            {
                double phase = 2 * Math.PI * n * i / values.Length;
                c += values[i] * Math.Cos(phase);
                s += values[i] * Math.Sin(phase);
            }

            double scale = (n == 0 ? 1.0 : 2.0) / values.Length;
            return (c * scale, s * scale);
        }
    }
}
