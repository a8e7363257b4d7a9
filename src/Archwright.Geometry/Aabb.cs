namespace Archwright.Geometry;

/// <summary>An axis-aligned box, mm. The default value is the degenerate box at the origin; start from <see cref="Empty"/>.</summary>
/// <param name="Min">Least corner.</param>
/// <param name="Max">Greatest corner.</param>
public readonly record struct Aabb(Vec3 Min, Vec3 Max)
{
    /// <summary>The box that holds nothing; adding a point makes it that point.</summary>
    public static Aabb Empty => new(
        new Vec3(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity),
        new Vec3(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity));

    /// <summary>True where the box holds nothing.</summary>
    public bool IsEmpty => Min.X > Max.X;

    /// <summary>Edge lengths, mm.</summary>
    public Vec3 Size => IsEmpty ? Vec3.Zero : Max - Min;

    /// <summary>Centre.</summary>
    public Vec3 Center => (Min + Max) * 0.5;

    /// <summary>The box of all the points.</summary>
    public static Aabb Of(ReadOnlySpan<Vec3> points)
    {
        Aabb box = Empty;
        foreach (Vec3 p in points)
            box = box.Including(p);
        return box;
    }

    /// <summary>This box grown to hold <paramref name="p"/>.</summary>
    public Aabb Including(Vec3 p) => new(Vec3.Min(Min, p), Vec3.Max(Max, p));

    /// <summary>The box of both.</summary>
    public Aabb Union(Aabb other) => new(Vec3.Min(Min, other.Min), Vec3.Max(Max, other.Max));

    /// <summary>This box grown by <paramref name="mm"/> on every side.</summary>
    public Aabb Inflated(double mm) => new(Min - new Vec3(mm, mm, mm), Max + new Vec3(mm, mm, mm));

    /// <summary>The box of this box's corners after a motion: it holds whatever this one held.</summary>
    public Aabb Moved(RigidTransform motion)
    {
        Aabb moved = Empty;
        for (int c = 0; c < 8 && !IsEmpty; c++)
        {
            moved = moved.Including(motion.Apply(
                new Vec3((c & 1) == 0 ? Min.X : Max.X, (c & 2) == 0 ? Min.Y : Max.Y, (c & 4) == 0 ? Min.Z : Max.Z)));
        }

        return moved;
    }

    /// <summary>True where the boxes share a point.</summary>
    public bool Overlaps(Aabb other) =>
        Min.X <= other.Max.X && other.Min.X <= Max.X &&
        Min.Y <= other.Max.Y && other.Min.Y <= Max.Y &&
        Min.Z <= other.Max.Z && other.Min.Z <= Max.Z;

    /// <summary>True where <paramref name="p"/> lies in the box or on it.</summary>
    public bool Contains(Vec3 p) =>
        p.X >= Min.X && p.X <= Max.X && p.Y >= Min.Y && p.Y <= Max.Y && p.Z >= Min.Z && p.Z <= Max.Z;
}
