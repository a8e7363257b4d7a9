namespace Archwright.Geometry;

/// <summary>A symmetric 3 × 3 matrix: covariance or inertia.</summary>
/// <param name="XX">Row x, column x.</param>
/// <param name="YY">Row y, column y.</param>
/// <param name="ZZ">Row z, column z.</param>
/// <param name="XY">Row x, column y.</param>
/// <param name="XZ">Row x, column z.</param>
/// <param name="YZ">Row y, column z.</param>
public readonly record struct SymmetricMatrix3(double XX, double YY, double ZZ, double XY, double XZ, double YZ)
{
    /// <summary>Sum.</summary>
    public static SymmetricMatrix3 operator +(SymmetricMatrix3 a, SymmetricMatrix3 b) =>
        new(a.XX + b.XX, a.YY + b.YY, a.ZZ + b.ZZ, a.XY + b.XY, a.XZ + b.XZ, a.YZ + b.YZ);

    /// <summary>Scaled.</summary>
    public static SymmetricMatrix3 operator *(SymmetricMatrix3 m, double s) =>
        new(m.XX * s, m.YY * s, m.ZZ * s, m.XY * s, m.XZ * s, m.YZ * s);

    /// <summary>The outer product v·vᵀ.</summary>
    public static SymmetricMatrix3 Outer(Vec3 v) => new(v.X * v.X, v.Y * v.Y, v.Z * v.Z, v.X * v.Y, v.X * v.Z, v.Y * v.Z);

    /// <summary>Matrix times vector.</summary>
    public Vec3 Apply(Vec3 v) => new(
        (XX * v.X) + (XY * v.Y) + (XZ * v.Z), (XY * v.X) + (YY * v.Y) + (YZ * v.Z), (XZ * v.X) + (YZ * v.Y) + (ZZ * v.Z));

    /// <summary>
    /// Eigenvalues ascending and their unit vectors, a right-handed triple. Method: cyclic Jacobi rotations. The first two
    /// vectors' greatest components are positive, the third follows from them, so equal input gives equal output.
    /// </summary>
    public SymmetricEigen Eigen()
    {
        Span<double> a = [XX, XY, XZ, XY, YY, YZ, XZ, YZ, ZZ];
        Span<double> v = stackalloc double[9];
        JacobiEigen.Solve(a, v, 3);
        Span<int> order = [0, 1, 2];
        for (int i = 1; i < 3; i++)
        {
            for (int j = i; j > 0 && a[4 * order[j]] < a[4 * order[j - 1]]; j--)
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
        }

        Vec3 first = Oriented(new Vec3(v[order[0]], v[3 + order[0]], v[6 + order[0]]));
        Vec3 second = Oriented(new Vec3(v[order[1]], v[3 + order[1]], v[6 + order[1]]));
        return new SymmetricEigen(
            a[4 * order[0]], a[4 * order[1]], a[4 * order[2]], first, second, Vec3.Cross(first, second).Normalized());
    }

    private static Vec3 Oriented(Vec3 v)
    {
        double x = Math.Abs(v.X);
        double y = Math.Abs(v.Y);
        double z = Math.Abs(v.Z);
        double greatest = x >= y && x >= z ? v.X : y >= z ? v.Y : v.Z;
        return (greatest < 0 ? -v : v).Normalized();
    }
}

/// <summary>Eigenvalues, ascending, and their unit vectors, right-handed.</summary>
/// <param name="Least">Least eigenvalue.</param>
/// <param name="Middle">Middle eigenvalue.</param>
/// <param name="Greatest">Greatest eigenvalue.</param>
/// <param name="LeastAxis">Unit vector of the least.</param>
/// <param name="MiddleAxis">Unit vector of the middle.</param>
/// <param name="GreatestAxis">Unit vector of the greatest.</param>
public readonly record struct SymmetricEigen(
    double Least, double Middle, double Greatest, Vec3 LeastAxis, Vec3 MiddleAxis, Vec3 GreatestAxis);
