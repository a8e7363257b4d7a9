using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>A symmetric 3×3 matrix and its eigenvectors (cyclic Jacobi; converges to rounding in a few sweeps).</summary>
internal readonly record struct SymmetricMatrix3(double Xx, double Yy, double Zz, double Xy, double Xz, double Yz)
{
    /// <summary>The scatter matrix of weighted directions.</summary>
    public static SymmetricMatrix3 Scatter(IEnumerable<(Vec3 Direction, double Weight)> items)
    {
        double xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;
        foreach ((Vec3 d, double w) in items)
        {
            xx += w * d.X * d.X;
            yy += w * d.Y * d.Y;
            zz += w * d.Z * d.Z;
            xy += w * d.X * d.Y;
            xz += w * d.X * d.Z;
            yz += w * d.Y * d.Z;
        }

        return new SymmetricMatrix3(xx, yy, zz, xy, xz, yz);
    }

    /// <summary>Eigenvalues, greatest first, with their unit eigenvectors.</summary>
    public (double Value, Vec3 Axis)[] Eigen()
    {
        double[,] a = { { Xx, Xy, Xz }, { Xy, Yy, Yz }, { Xz, Yz, Zz } };
        double[,] v = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
        for (int sweep = 0; sweep < 30; sweep++)
        {
            double off = (a[0, 1] * a[0, 1]) + (a[0, 2] * a[0, 2]) + (a[1, 2] * a[1, 2]);
            if (off < 1e-24 * ((a[0, 0] * a[0, 0]) + (a[1, 1] * a[1, 1]) + (a[2, 2] * a[2, 2])))
                break;
            Rotate(a, v, 0, 1);
            Rotate(a, v, 0, 2);
            Rotate(a, v, 1, 2);
        }

        var pairs = new (double Value, Vec3 Axis)[3];
        for (int i = 0; i < 3; i++)
            pairs[i] = (a[i, i], new Vec3(v[0, i], v[1, i], v[2, i]).Normalized());
        return [.. pairs.OrderByDescending(p => p.Value)];
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (a[p, q] == 0)
            return;
        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        for (int k = 0; k < 3; k++)
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        for (int k = 0; k < 3; k++)
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
        for (int k = 0; k < 3; k++)
            (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
    }
}
