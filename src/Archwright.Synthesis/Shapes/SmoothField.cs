namespace Archwright.Synthesis.Shapes;

/// <summary>
/// Smooth union and intersection of distance-like fields (polynomial of Quilez): where the fields differ by more than
/// the width the result is the plain minimum or maximum, otherwise a rounded edge about a quarter of the width deep.
/// </summary>
internal static class SmoothField
{
    /// <summary>Union of two solids, the crease filled over a width, mm.</summary>
    public static double Union(double a, double b, double widthMm)
    {
        double h = widthMm - Math.Abs(a - b);
        return h <= 0 ? Math.Min(a, b) : Math.Min(a, b) - (h * h / (4 * widthMm));
    }

    /// <summary>Intersection of two solids, the edge rounded over a width, mm.</summary>
    public static double Intersection(double a, double b, double widthMm)
    {
        double h = widthMm - Math.Abs(a - b);
        return h <= 0 ? Math.Max(a, b) : Math.Max(a, b) + (h * h / (4 * widthMm));
    }

    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, smooth between.</summary>
    public static double Step(double x, double from, double to)
    {
        double t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>Bell of height 1 and half-width <paramref name="width"/> (value 1/e there).</summary>
    public static double Bell(double x, double width)
    {
        double t = x / width;
        return Math.Exp(-t * t);
    }
}
