namespace Archwright.Geometry;

/// <summary>
/// Eigenvectors of small symmetric matrices by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 4th
/// edition, section 8.5). O(n³) a sweep, a handful of sweeps.
/// </summary>
internal static class JacobiEigen
{
    private const int SweepsMax = 60;

    /// <summary>
    /// Diagonalises the n × n matrix <paramref name="a"/> (row by row) in place; column k of <paramref name="v"/> becomes the
    /// unit vector of the eigenvalue a[k, k].
    /// </summary>
    internal static void Solve(Span<double> a, Span<double> v, int n)
    {
        v.Clear();
        for (int i = 0; i < n; i++)
            v[(n * i) + i] = 1;
        for (int sweep = 0; sweep < SweepsMax && !IsDiagonal(a, n); sweep++)
        {
            for (int p = 0; p < n; p++)
            {
                for (int q = p + 1; q < n; q++)
                    Rotate(a, v, n, p, q);
            }
        }
    }

    private static bool IsDiagonal(Span<double> a, int n)
    {
        double off = 0;
        double diagonal = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double square = a[(n * i) + j] * a[(n * i) + j];
                if (i == j)
                    diagonal += square;
                else
                    off += square;
            }
        }

        return off <= 1e-32 * diagonal;
    }

    private static void Rotate(Span<double> a, Span<double> v, int n, int p, int q)
    {
        double apq = a[(n * p) + q];
        if (apq == 0)
            return;
        double theta = (a[(n * q) + q] - a[(n * p) + p]) / (2 * apq);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        for (int k = 0; k < n; k++)
            Turn(ref a[(n * k) + p], ref a[(n * k) + q], c, s);
        for (int k = 0; k < n; k++)
        {
            Turn(ref a[(n * p) + k], ref a[(n * q) + k], c, s);
            Turn(ref v[(n * k) + p], ref v[(n * k) + q], c, s);
        }
    }

    private static void Turn(ref double x, ref double y, double c, double s) => (x, y) = ((c * x) - (s * y), (s * x) + (c * y));
}
