using System.Runtime.CompilerServices;

namespace Archwright.Geometry;

/// <summary>Exact nearest points of single primitives.</summary>
public static class ClosestPoint
{
    /// <summary>
    /// The point of triangle <paramref name="a"/> <paramref name="b"/> <paramref name="c"/> nearest to <paramref name="p"/>.
    /// Method: Voronoi regions of the triangle (Ericson, Real-Time Collision Detection, 2005, section 5.1.5). A triangle of
    /// no area yields a point of its longest edge or corner. O(1).
    /// </summary>
    [SkipLocalsInit]
    public static Vec3 OnTriangle(Vec3 p, Vec3 a, Vec3 b, Vec3 c)
    {
        Vec3 ab = b - a;
        Vec3 ac = c - a;
        Vec3 ap = p - a;
        double d1 = Vec3.Dot(ab, ap);
        double d2 = Vec3.Dot(ac, ap);
        if (d1 <= 0 && d2 <= 0)
            return a;
        Vec3 bp = p - b;
        double d3 = Vec3.Dot(ab, bp);
        double d4 = Vec3.Dot(ac, bp);
        if (d3 >= 0 && d4 <= d3)
            return b;
        double vc = (d1 * d4) - (d3 * d2);
        if (vc <= 0 && d1 >= 0 && d3 <= 0 && d1 > d3)
            return a + (ab * (d1 / (d1 - d3)));
        Vec3 cp = p - c;
        double d5 = Vec3.Dot(ab, cp);
        double d6 = Vec3.Dot(ac, cp);
        if (d6 >= 0 && d5 <= d6)
            return c;
        double vb = (d5 * d2) - (d1 * d6);
        if (vb <= 0 && d2 >= 0 && d6 <= 0 && d2 > d6)
            return a + (ac * (d2 / (d2 - d6)));
        double va = (d3 * d6) - (d5 * d4);
        double along = d4 - d3;
        double back = d5 - d6;
        if (va <= 0 && along >= 0 && back >= 0 && along + back > 0)
            return b + ((c - b) * (along / (along + back)));
        double sum = va + vb + vc;
        if (!(sum > 0))
            return OnEdges(p, a, b, c);
        double scale = 1 / sum;
        return a + (ab * (vb * scale)) + (ac * (vc * scale));
    }

    /// <summary>The point of the segment from <paramref name="a"/> to <paramref name="b"/> nearest to <paramref name="p"/>.</summary>
    public static Vec3 OnSegment(Vec3 p, Vec3 a, Vec3 b)
    {
        Vec3 ab = b - a;
        double lengthSquared = ab.LengthSquared;
        if (lengthSquared <= 0)
            return a;
        return a + (ab * Math.Clamp(Vec3.Dot(p - a, ab) / lengthSquared, 0, 1));
    }

    private static Vec3 OnEdges(Vec3 p, Vec3 a, Vec3 b, Vec3 c)
    {
        Vec3 best = OnSegment(p, a, b);
        Vec3 bc = OnSegment(p, b, c);
        if ((bc - p).LengthSquared < (best - p).LengthSquared)
            best = bc;
        Vec3 ca = OnSegment(p, c, a);
        return (ca - p).LengthSquared < (best - p).LengthSquared ? ca : best;
    }
}
