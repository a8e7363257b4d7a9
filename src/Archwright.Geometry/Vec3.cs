using System.Runtime.CompilerServices;

namespace Archwright.Geometry;

/// <summary>A point or vector in mm, right-handed. The default value is the origin.</summary>
/// <param name="X">First coordinate, mm.</param>
/// <param name="Y">Second coordinate, mm.</param>
/// <param name="Z">Third coordinate, mm.</param>
public readonly record struct Vec3(double X, double Y, double Z)
{
    /// <summary>The origin.</summary>
    public static Vec3 Zero => default;

    /// <summary>Unit vector along x.</summary>
    public static Vec3 UnitX => new(1, 0, 0);

    /// <summary>Unit vector along y.</summary>
    public static Vec3 UnitY => new(0, 1, 0);

    /// <summary>Unit vector along z.</summary>
    public static Vec3 UnitZ => new(0, 0, 1);

    /// <summary>Squared length, mm².</summary>
    public double LengthSquared => (X * X) + (Y * Y) + (Z * Z);

    /// <summary>Length, mm.</summary>
    public double Length => Math.Sqrt(LengthSquared);

    /// <summary>True where no coordinate is NaN or infinite.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>Sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec3 operator +(Vec3 a, Vec3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec3 operator -(Vec3 a, Vec3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>Opposite.</summary>
    public static Vec3 operator -(Vec3 a) => new(-a.X, -a.Y, -a.Z);

    /// <summary>Scaled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec3 operator *(Vec3 a, double s) => new(a.X * s, a.Y * s, a.Z * s);

    /// <summary>Scaled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec3 operator *(double s, Vec3 a) => a * s;

    /// <summary>Divided.</summary>
    public static Vec3 operator /(Vec3 a, double s) => a * (1 / s);

    /// <summary>Dot product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(Vec3 a, Vec3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    /// <summary>Cross product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec3 Cross(Vec3 a, Vec3 b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

    /// <summary>Distance between two points, mm.</summary>
    public static double Distance(Vec3 a, Vec3 b) => (a - b).Length;

    /// <summary>Linear interpolation, <paramref name="a"/> at t = 0.</summary>
    public static Vec3 Lerp(Vec3 a, Vec3 b, double t) => a + ((b - a) * t);

    /// <summary>Component-wise minimum.</summary>
    public static Vec3 Min(Vec3 a, Vec3 b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Min(a.Z, b.Z));

    /// <summary>Component-wise maximum.</summary>
    public static Vec3 Max(Vec3 a, Vec3 b) => new(Math.Max(a.X, b.X), Math.Max(a.Y, b.Y), Math.Max(a.Z, b.Z));

    /// <summary>The unit vector of the same direction; <see cref="Zero"/> for a vector shorter than 1e-300.</summary>
    public Vec3 Normalized()
    {
        double length = Length;
        return length < 1e-300 ? Zero : this * (1 / length);
    }

    /// <summary>The part of this vector at right angles to the unit vector <paramref name="axis"/>.</summary>
    public Vec3 Reject(Vec3 axis) => this - (axis * Dot(this, axis));
}
