namespace Archwright.Planning.Staging;

/// <summary>Halves an interval to the greatest value that fits, where what fits lies below what does not.</summary>
internal static class Bisection
{
    /// <summary>The greatest value found to fit; <paramref name="low"/> where none above it does, which is not asked.</summary>
    /// <param name="low">A value that fits.</param>
    /// <param name="high">A value that does not.</param>
    /// <param name="halvings">How often to halve.</param>
    /// <param name="fits">Whether a value fits.</param>
    public static double Greatest(double low, double high, int halvings, Func<double, bool> fits)
    {
        for (int i = 0; i < halvings; i++)
        {
            double middle = (low + high) / 2;
            if (fits(middle))
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
