using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// The rigid motion that brings points onto their partners with least sum of squared distances. Method: unit quaternions
/// (Horn 1987, doi 10.1364/JOSAA.4.000629). O(n). Points in a line, or fewer than three, leave the turn about it open; then
/// one of the best motions is returned.
/// </summary>
public static class RigidFit
{
    /// <summary>
    /// target-from-source over pairs (<paramref name="source"/>[i], <paramref name="target"/>[i]); weights, if given, are not negative
    /// and not all zero.
    /// </summary>
    public static RigidTransform Of(ReadOnlySpan<Vec3> source, ReadOnlySpan<Vec3> target, ReadOnlySpan<double> weights = default)
    {
        Preconditions.Require(source.Length == target.Length && source.Length > 0, "points come in pairs");
        Preconditions.Require(weights.IsEmpty || weights.Length == source.Length, "one weight per pair");
        double total = 0;
        Vec3 meanSource = Vec3.Zero;
        Vec3 meanTarget = Vec3.Zero;
        for (int i = 0; i < source.Length; i++)
        {
            double w = weights.IsEmpty ? 1 : weights[i];
            total += w;
            meanSource += source[i] * w;
            meanTarget += target[i] * w;
        }

        Preconditions.Require(total > 0, "some pair has weight");
        meanSource /= total;
        meanTarget /= total;
        Vec3 sx = Vec3.Zero;
        Vec3 sy = Vec3.Zero;
        Vec3 sz = Vec3.Zero;
        for (int i = 0; i < source.Length; i++)
        {
            Vec3 a = (source[i] - meanSource) * (weights.IsEmpty ? 1 : weights[i]);
            Vec3 b = target[i] - meanTarget;
            sx += b * a.X;
            sy += b * a.Y;
            sz += b * a.Z;
        }

        Rotation rotation = Turn(sx, sy, sz);
        return new RigidTransform(rotation, meanTarget - rotation.Apply(meanSource));
    }

    /// <summary>The rotation of greatest trace with the correlation whose rows are given (row x: source x times target).</summary>
    private static Rotation Turn(Vec3 sx, Vec3 sy, Vec3 sz)
    {
        Span<double> n =
        [
            sx.X + sy.Y + sz.Z, sy.Z - sz.Y, sz.X - sx.Z, sx.Y - sy.X,
            sy.Z - sz.Y, sx.X - sy.Y - sz.Z, sx.Y + sy.X, sz.X + sx.Z,
            sz.X - sx.Z, sx.Y + sy.X, sy.Y - sx.X - sz.Z, sy.Z + sz.Y,
            sx.Y - sy.X, sz.X + sx.Z, sy.Z + sz.Y, sz.Z - sx.X - sy.Y,
        ];
        Span<double> v = stackalloc double[16];
        JacobiEigen.Solve(n, v, 4);
        int best = 0;
        for (int k = 1; k < 4; k++)
        {
            if (n[5 * k] > n[5 * best])
                best = k;
        }

        return new Rotation(v[best], v[4 + best], v[8 + best], v[12 + best]).Canonical();
    }
}
