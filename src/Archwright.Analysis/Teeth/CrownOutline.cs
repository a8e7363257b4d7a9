using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The extent of the seen part of a crown in its own axes: of its occlusal half, where neither gingiva nor papillae cut into it.
/// </summary>
/// <param name="Top">Greatest occlusal coordinate.</param>
/// <param name="Height">From the lowest seen point to the top, mm.</param>
/// <param name="Middle">Middle in the mesial and facial directions.</param>
/// <param name="Width">Mesiodistal width, mm.</param>
/// <param name="Depth">Faciolingual depth, mm.</param>
internal readonly record struct CrownOutline(double Top, double Height, (double X, double Y) Middle, double Width, double Depth)
{
    /// <summary>The outline of points in (mesial, facial, occlusal) coordinates.</summary>
    public static CrownOutline Of(Vec3[] seen)
    {
        double top = seen.Max(p => p.Z);
        double height = top - seen.Min(p => p.Z);
        Aabb half = Aabb.Of([.. seen.Where(p => p.Z >= top - (0.5 * height))]);
        return new CrownOutline(top, height, (half.Center.X, half.Center.Y), half.Size.X, half.Size.Y);
    }
}
