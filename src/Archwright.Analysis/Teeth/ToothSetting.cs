using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>How a tooth stands in its arch, before its own shape is looked at: unit directions in the occlusal frame.</summary>
/// <param name="Mesial">Along the arch towards the midline, horizontal.</param>
/// <param name="Facial">Outwards from the arch, horizontal.</param>
/// <param name="Occlusal">Vertical, towards the other jaw.</param>
internal readonly record struct ToothSetting(Vec3 Mesial, Vec3 Facial, Vec3 Occlusal)
{
    /// <summary>
    /// The setting of a tooth at <paramref name="center"/> on the curve of its arch: the tangent where the curve comes
    /// nearest, mesial towards the midline.
    /// </summary>
    public static ToothSetting On(ArchForm curve, ToothId id, Vec3 center)
    {
        double x = NearestX(curve, center);
        Vec3 left = curve.TangentAt(x);
        Vec3 mesial = id.IsRight ? left : -left;
        return new ToothSetting(mesial, curve.OutwardAt(x), id.Jaw == Jaw.Upper ? -Vec3.UnitZ : Vec3.UnitZ);
    }

    /// <summary>The x at which the curve comes nearest to a point, to 0.01 mm.</summary>
    public static double NearestX(ArchForm curve, Vec3 point)
    {
        double best = point.X;
        double bestDistance = double.PositiveInfinity;
        double low = point.X - 12;
        double high = point.X + 12;
        for (double step = 1; step > 0.005; step /= 5)
        {
            for (double x = low; x <= high; x += step)
            {
                double dx = x - point.X;
                double dy = curve.At(x) - point.Y;
                double distance = (dx * dx) + (dy * dy);
                if (distance < bestDistance)
                    (bestDistance, best) = (distance, x);
            }

            low = best - step;
            high = best + step;
        }

        return best;
    }
}
