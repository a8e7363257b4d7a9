using Archwright.Dental;
using Archwright.Geometry;
using MathNet.Numerics.LinearAlgebra;

namespace Archwright.Analysis;

/// <summary>
/// Fits the arch form through the teeth's facial-axis points. Method: iteratively reweighted least squares (Huber, 1 mm) of
/// y = c₀ + c₁x + c₂x² + c₄x⁴ + c₆x⁶, so that one blocked-out tooth does not bend the curve; with few teeth the high powers
/// are left out. Source of the form: Noroozi, Nik and Saeeda 2001, The dental arch form revisited, Angle Orthod. 71(5):386–389.
/// Occlusal frame, mm. Known limit: a curve over x cannot turn back where an arch narrows behind its widest point.
/// </summary>
public static class ArchFormFit
{
    /// <summary>The arch form of one jaw's teeth at their present place.</summary>
    public static ArchForm Of(IReadOnlyList<Tooth> teeth) =>
        Through([.. teeth.Select(t => t.Landmarks.FacialAxisPoint)]);

    /// <summary>The curve through points of one arch; fewer than three points give a shallow standard curve through them.</summary>
    public static ArchForm Through(IReadOnlyList<Vec3> points)
    {
        if (points.Count < 3)
        {
            double c0 = points.Count == 0 ? 0 : points.Average(p => p.Y - (0.02 * p.X * p.X));
            return new ArchForm(c0, 0, 0.02, 0, 0, points.Count == 0 ? 0 : points.Max(p => Math.Abs(p.X)), 0);
        }

        double half = points.Max(p => Math.Abs(p.X));
        int powers = points.Count >= 9 ? 5 : points.Count >= 6 ? 4 : points.Count >= 4 ? 3 : 2;
        double[] weights = [.. points.Select(_ => 1.0)];
        double[] c = new double[5];
        for (int round = 0; round < 8; round++)
        {
            c = Solve(points, weights, powers, Math.Max(half, 1));
            for (int i = 0; i < weights.Length; i++)
            {
                double slope = SlopeOf(c, points[i].X);
                double residual = Math.Abs(ValueOf(c, points[i].X) - points[i].Y) / Math.Sqrt(1 + (slope * slope));
                weights[i] = 1 / ((1 + (slope * slope)) * Math.Max(1, residual));
            }
        }

        double squares = 0;
        foreach (Vec3 p in points)
        {
            double slope = SlopeOf(c, p.X);
            double d = (ValueOf(c, p.X) - p.Y) / Math.Sqrt(1 + (slope * slope));
            squares += d * d;
        }

        return new ArchForm(c[0], c[1], c[2], c[3], c[4], half, Math.Sqrt(squares / points.Count));
    }

    // Columns are scaled by the half width so that the sixth power stays near one; a small ridge on the high powers keeps
    // gaps in the row of teeth from swinging the curve.
    private static double[] Solve(IReadOnlyList<Vec3> points, double[] weights, int powers, double scale)
    {
        int[] exponents = powers == 2 ? [0, 2] : powers == 3 ? [0, 1, 2] : powers == 4 ? [0, 1, 2, 4] : [0, 1, 2, 4, 6];
        Matrix<double> normal = Matrix<double>.Build.Dense(exponents.Length, exponents.Length);
        Vector<double> right = Vector<double>.Build.Dense(exponents.Length);
        for (int i = 0; i < points.Count; i++)
        {
            double u = points[i].X / scale;
            double[] row = [.. exponents.Select(e => Math.Pow(u, e))];
            for (int a = 0; a < row.Length; a++)
            {
                right[a] += weights[i] * row[a] * points[i].Y;
                for (int b = 0; b < row.Length; b++)
                    normal[a, b] += weights[i] * row[a] * row[b];
            }
        }

        for (int a = 0; a < exponents.Length; a++)
            normal[a, a] += exponents[a] >= 4 ? 1e-3 : 1e-9;
        Vector<double> solved = normal.Cholesky().Solve(right);
        var c = new double[5];
        for (int a = 0; a < exponents.Length; a++)
        {
            int slot = exponents[a] switch { 0 => 0, 1 => 1, 2 => 2, 4 => 3, _ => 4 };
            c[slot] = solved[a] / Math.Pow(scale, exponents[a]);
        }

        return c;
    }

    private static double ValueOf(double[] c, double x)
    {
        double x2 = x * x;
        return c[0] + (c[1] * x) + (x2 * (c[2] + (x2 * (c[3] + (x2 * c[4])))));
    }

    private static double SlopeOf(double[] c, double x)
    {
        double x2 = x * x;
        return c[1] + (x * ((2 * c[2]) + (x2 * ((4 * c[3]) + (6 * x2 * c[4])))));
    }
}
