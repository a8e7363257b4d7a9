namespace Archwright.Geometry;

/// <summary>
/// A rotation, held as a unit quaternion (w, x, y, z) with w ≥ 0 after <see cref="Canonical"/>. The default value is not a
/// rotation; start from <see cref="Identity"/>.
/// </summary>
/// <param name="W">Scalar part.</param>
/// <param name="X">Vector part, x.</param>
/// <param name="Y">Vector part, y.</param>
/// <param name="Z">Vector part, z.</param>
public readonly record struct Rotation(double W, double X, double Y, double Z)
{
    /// <summary>No rotation.</summary>
    public static Rotation Identity => new(1, 0, 0, 0);

    /// <summary>The inverse rotation.</summary>
    public Rotation Inverse => new(W, -X, -Y, -Z);

    /// <summary>Product: <paramref name="a"/> after <paramref name="b"/>.</summary>
    public static Rotation operator *(Rotation a, Rotation b) => new(
        (a.W * b.W) - (a.X * b.X) - (a.Y * b.Y) - (a.Z * b.Z),
        (a.W * b.X) + (a.X * b.W) + (a.Y * b.Z) - (a.Z * b.Y),
        (a.W * b.Y) - (a.X * b.Z) + (a.Y * b.W) + (a.Z * b.X),
        (a.W * b.Z) + (a.X * b.Y) - (a.Y * b.X) + (a.Z * b.W));

    /// <summary>Rotation by a rotation vector: direction = axis, length = angle in radians.</summary>
    public static Rotation FromVector(Vec3 radians)
    {
        double angle = radians.Length;
        double half = angle / 2;
        // sin(a/2)/a by its series near zero, where the quotient loses digits
        double s = angle < 1e-6 ? 0.5 - (angle * angle / 48) : Math.Sin(half) / angle;
        return new Rotation(Math.Cos(half), radians.X * s, radians.Y * s, radians.Z * s).Canonical();
    }

    /// <summary>Rotation by <paramref name="radians"/> about the unit vector <paramref name="axis"/>, right-hand rule.</summary>
    public static Rotation About(Vec3 axis, double radians) => FromVector(axis * radians);

    /// <summary>
    /// The rotation whose matrix has the given unit, orthogonal, right-handed columns: it takes x, y, z to them.
    /// </summary>
    public static Rotation FromColumns(Vec3 x, Vec3 y, Vec3 z)
    {
        double trace = x.X + y.Y + z.Z;
        Rotation q;
        if (trace > 0)
        {
            double s = Math.Sqrt(trace + 1) * 2;
            q = new Rotation(s / 4, (y.Z - z.Y) / s, (z.X - x.Z) / s, (x.Y - y.X) / s);
        }
        else if (x.X > y.Y && x.X > z.Z)
        {
            double s = Math.Sqrt(1 + x.X - y.Y - z.Z) * 2;
            q = new Rotation((y.Z - z.Y) / s, s / 4, (y.X + x.Y) / s, (z.X + x.Z) / s);
        }
        else if (y.Y > z.Z)
        {
            double s = Math.Sqrt(1 + y.Y - x.X - z.Z) * 2;
            q = new Rotation((z.X - x.Z) / s, (y.X + x.Y) / s, s / 4, (z.Y + y.Z) / s);
        }
        else
        {
            double s = Math.Sqrt(1 + z.Z - x.X - y.Y) * 2;
            q = new Rotation((x.Y - y.X) / s, (z.X + x.Z) / s, (z.Y + y.Z) / s, s / 4);
        }

        return q.Canonical();
    }

    /// <summary>The smallest rotation that takes the direction <paramref name="from"/> to the direction <paramref name="to"/>.</summary>
    public static Rotation Between(Vec3 from, Vec3 to)
    {
        Vec3 a = from.Normalized();
        Vec3 b = to.Normalized();
        double cos = Vec3.Dot(a, b);
        if (cos < -1 + 1e-12)
        {
            Vec3 helper = Math.Abs(a.X) < 0.9 ? Vec3.UnitX : Vec3.UnitY;
            return About(Vec3.Cross(a, helper).Normalized(), Math.PI);
        }

        Vec3 c = Vec3.Cross(a, b);
        return new Rotation(1 + cos, c.X, c.Y, c.Z).Canonical();
    }

    /// <summary>Unit length and w ≥ 0, so that equal rotations have equal numbers.</summary>
    public Rotation Canonical()
    {
        double scale = 1 / Math.Sqrt((W * W) + (X * X) + (Y * Y) + (Z * Z));
        if (W < 0)
            scale = -scale;
        return new Rotation(W * scale, X * scale, Y * scale, Z * scale);
    }

    /// <summary>The rotation vector: direction = axis, length = angle in radians, 0 … π.</summary>
    public Vec3 ToVector()
    {
        Rotation q = Canonical();
        Vec3 v = new(q.X, q.Y, q.Z);
        double sin = v.Length;
        if (sin < 1e-12)
            return v * 2;
        return v * (2 * Math.Atan2(sin, q.W) / sin);
    }

    /// <summary>The rotated vector.</summary>
    public Vec3 Apply(Vec3 v)
    {
        Vec3 u = new(X, Y, Z);
        Vec3 t = Vec3.Cross(u, v) * 2;
        return v + (t * W) + Vec3.Cross(u, t);
    }
}
