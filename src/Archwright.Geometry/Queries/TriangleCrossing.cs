namespace Archwright.Geometry;

/// <summary>
/// Whether two triangles cross: each reaches over the other's plane, and the pieces of the planes' common line that they cut out overlap
/// (Möller 1997, doi 10.1080/10867651.1997.10487472). Triangles that only touch, or lie in one plane, count as crossing: never false
/// where they cross.
/// </summary>
internal static class TriangleCrossing
{
    // what rounding may move a height by, of the lengths it is made of
    private const double Rounding = 1e-12;

    /// <summary>True where (a, b, c), whose normal of any length is given, may cross (p, q, r).</summary>
    internal static bool MayCross(Vec3 a, Vec3 b, Vec3 c, Vec3 normal, Vec3 p, Vec3 q, Vec3 r)
    {
        (double P, double Q, double R) over = (Vec3.Dot(p - a, normal), Vec3.Dot(q - a, normal), Vec3.Dot(r - a, normal));
        double tiny = Rounding * normal.Length * (1 + (p - a).Length);
        if (!Straddles(over, tiny))
            return false;
        Vec3 other = Vec3.Cross(q - p, r - p);
        (double A, double B, double C) under = (Vec3.Dot(a - p, other), Vec3.Dot(b - p, other), Vec3.Dot(c - p, other));
        double small = Rounding * other.Length * (1 + (a - p).Length);
        if (!Straddles(under, small))
            return false;
        Vec3 line = Vec3.Cross(normal, other);
        if (line.LengthSquared <= 1e-18 * normal.LengthSquared * other.LengthSquared)
            return true;
        (double firstLow, double firstHigh) = Cut(under, (Vec3.Dot(a - p, line), Vec3.Dot(b - p, line), Vec3.Dot(c - p, line)), small);
        (double secondLow, double secondHigh) = Cut(over, (0, Vec3.Dot(q - p, line), Vec3.Dot(r - p, line)), tiny);
        double slack = Rounding * line.Length;
        return firstLow <= secondHigh + slack && secondLow <= firstHigh + slack;
    }

    private static bool Straddles((double X, double Y, double Z) heights, double tiny) =>
        Math.Min(heights.X, Math.Min(heights.Y, heights.Z)) <= tiny && Math.Max(heights.X, Math.Max(heights.Y, heights.Z)) >= -tiny;

    /// <summary>The piece of the line a triangle cuts out, from its corners' heights over the other plane and places along the line.</summary>
    private static (double Low, double High) Cut(
        (double X, double Y, double Z) heights, (double X, double Y, double Z) places, double tiny)
    {
        (double Low, double High) cut = (double.PositiveInfinity, double.NegativeInfinity);
        Edge(heights.X, places.X, heights.Y, places.Y, tiny, ref cut);
        Edge(heights.Y, places.Y, heights.Z, places.Z, tiny, ref cut);
        Edge(heights.Z, places.Z, heights.X, places.X, tiny, ref cut);
        return cut;
    }

    private static void Edge(double from, double fromPlace, double to, double toPlace, double tiny, ref (double Low, double High) cut)
    {
        if (Math.Abs(from) <= tiny)
            Take(fromPlace, ref cut);
        if (Math.Abs(to) <= tiny)
            Take(toPlace, ref cut);
        if ((from < 0) != (to < 0))
            Take(fromPlace + ((toPlace - fromPlace) * (from / (from - to))), ref cut);
    }

    private static void Take(double place, ref (double Low, double High) cut) => cut = (Math.Min(cut.Low, place), Math.Max(cut.High, place));
}
