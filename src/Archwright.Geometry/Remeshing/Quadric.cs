namespace Archwright.Geometry;

/// <summary>Sum of squared distances to planes, weighted: vᵀA·v − 2·bᵀv + c (Garland and Heckbert 1997, doi 10.1145/258734.258849).</summary>
internal readonly record struct Quadric(SymmetricMatrix3 A, Vec3 B, double C)
{
    public static Quadric operator +(Quadric p, Quadric q) => new(p.A + q.A, p.B + q.B, p.C + q.C);

    internal static Quadric OfPlane(Vec3 point, Vec3 unitNormal, double weight)
    {
        double d = Vec3.Dot(point, unitNormal);
        return new Quadric(SymmetricMatrix3.Outer(unitNormal) * weight, unitNormal * (d * weight), d * d * weight);
    }

    internal double At(Vec3 v) => Vec3.Dot(v, A.Apply(v)) - (2 * Vec3.Dot(B, v)) + C;

    /// <summary>
    /// The least point, held to <paramref name="near"/> where the planes leave it free, and to the plane g·v = offset where g is
    /// not zero.
    /// </summary>
    internal Vec3 Minimum(Vec3 near, Vec3 g, double offset)
    {
        double hold = 1e-3 * (A.XX + A.YY + A.ZZ);
        if (!(hold > 0))
            return near;
        SymmetricMatrix3 inverse = Inverse(A + new SymmetricMatrix3(hold, hold, hold, 0, 0, 0));
        Vec3 free = inverse.Apply(B + (near * hold));
        Vec3 pull = inverse.Apply(g);
        double along = Vec3.Dot(g, pull);
        return along > 0 ? free - (pull * ((Vec3.Dot(g, free) - offset) / along)) : free;
    }

    private static SymmetricMatrix3 Inverse(SymmetricMatrix3 m)
    {
        double xx = (m.YY * m.ZZ) - (m.YZ * m.YZ);
        double xy = (m.XZ * m.YZ) - (m.XY * m.ZZ);
        double xz = (m.XY * m.YZ) - (m.XZ * m.YY);
        double det = (m.XX * xx) + (m.XY * xy) + (m.XZ * xz);
        return new SymmetricMatrix3(
            xx, (m.XX * m.ZZ) - (m.XZ * m.XZ), (m.XX * m.YY) - (m.XY * m.XY), xy, xz, (m.XY * m.XZ) - (m.XX * m.YZ)) * (1 / det);
    }
}
