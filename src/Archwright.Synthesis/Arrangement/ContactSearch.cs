namespace Archwright.Synthesis.Arrangement;

/// <summary>Finds where a tooth moved along a line just touches: the zero of a clearance that grows with the way.</summary>
internal static class ContactSearch
{
    /// <summary>
    /// The way at which <paramref name="clearance"/> is zero within the tolerance: secant steps, kept inside the bracket found
    /// so far, at most 14 evaluations.
    /// </summary>
    public static double Find(Func<double, double> clearance, double start, double slope, double toleranceMm)
    {
        double low = double.NegativeInfinity;
        double high = double.PositiveInfinity;
        double at = start;
        double value = clearance(at);
        for (int i = 0; i < 14 && Math.Abs(value) > toleranceMm; i++)
        {
            if (value < 0)
                low = at;
            else
                high = at;
            double next = at - (value / slope);
            if (next <= low || next >= high)
                next = 0.5 * (low + high);
            double nextValue = clearance(next);
            double secant = (nextValue - value) / (next - at);
            if (secant is > 0.15 and < 3)
                slope = secant;
            at = next;
            value = nextValue;
        }

        return at;
    }
}
