using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>A height field of second order through points, by least squares.</summary>
internal static class Quadric
{
    /// <summary>
    /// Fits z = q₀ + q₁x + q₂y + q₃x² + q₄xy + q₅y² in the frame given; false where the points do not determine it.
    /// <paramref name="miss"/> is the root mean square of what is left. O(points).
    /// </summary>
    public static bool TryFit(
        TriangleMesh mesh, List<int> points, Vec3 origin, (Vec3 X, Vec3 Y, Vec3 Z) frame, Span<double> quadric, out double miss)
    {
        Span<double> a = stackalloc double[6 * 7];
        a.Clear();
        Span<double> row = stackalloc double[7];
        foreach (int v in points)
        {
            Row(mesh.Vertices[v] - origin, frame, row);
            for (int i = 0; i < 6; i++)
            {
                for (int j = i; j < 7; j++)
                    a[(i * 7) + j] += row[i] * row[j];
            }
        }

        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < i; j++)
                a[(i * 7) + j] = a[(j * 7) + i];
        }

        miss = double.PositiveInfinity;
        if (!Solve(a, quadric))
            return false;
        double squares = 0;
        foreach (int v in points)
        {
            Row(mesh.Vertices[v] - origin, frame, row);
            double left = row[6];
            for (int i = 0; i < 6; i++)
                left -= row[i] * quadric[i];
            squares += left * left;
        }

        miss = Math.Sqrt(squares / points.Count);
        return true;
    }

    private static void Row(Vec3 d, (Vec3 X, Vec3 Y, Vec3 Z) frame, Span<double> row)
    {
        double x = Vec3.Dot(d, frame.X);
        double y = Vec3.Dot(d, frame.Y);
        row[0] = 1;
        row[1] = x;
        row[2] = y;
        row[3] = x * x;
        row[4] = x * y;
        row[5] = y * y;
        row[6] = Vec3.Dot(d, frame.Z);
    }

    // Gauss with pivots on the 6 × 7 system
    private static bool Solve(Span<double> a, Span<double> x)
    {
        for (int c = 0; c < 6; c++)
        {
            int pivot = c;
            for (int r = c + 1; r < 6; r++)
            {
                if (Math.Abs(a[(r * 7) + c]) > Math.Abs(a[(pivot * 7) + c]))
                    pivot = r;
            }

            if (Math.Abs(a[(pivot * 7) + c]) < 1e-9)
                return false;
            for (int k = 0; k < 7 && pivot != c; k++)
                (a[(c * 7) + k], a[(pivot * 7) + k]) = (a[(pivot * 7) + k], a[(c * 7) + k]);
            for (int r = c + 1; r < 6; r++)
            {
                double factor = a[(r * 7) + c] / a[(c * 7) + c];
                for (int k = c; k < 7; k++)
                    a[(r * 7) + k] -= factor * a[(c * 7) + k];
            }
        }

        for (int r = 5; r >= 0; r--)
        {
            double sum = a[(r * 7) + 6];
            for (int k = r + 1; k < 6; k++)
                sum -= a[(r * 7) + k] * x[k];
            x[r] = sum / a[(r * 7) + r];
        }

        return true;
    }
}
