namespace Archwright.Planning.Setup;

/// <summary>
/// Minimises a sum of squares over a few unknowns. Method: Levenberg and Marquardt with forward differences
/// (Marquardt 1963, doi 10.1137/0111030). Deterministic; O(unknowns) residual evaluations per step.
/// </summary>
internal static class LevenbergMarquardt
{
    /// <summary>The unknowns after at most <paramref name="steps"/> accepted or refused steps from <paramref name="start"/>.</summary>
    /// <param name="start">Start values.</param>
    /// <param name="scales">Typical change of each unknown, for differences and damping.</param>
    /// <param name="residuals">Fills its second argument with the residuals at its first.</param>
    /// <param name="count">Number of residuals.</param>
    /// <param name="steps">Most steps.</param>
    public static double[] Minimise(
        double[] start, double[] scales, Action<double[], double[]> residuals, int count, int steps)
    {
        int n = start.Length;
        double[] x = [.. start];
        var r = new double[count];
        residuals(x, r);
        double cost = Square(r);
        double damping = 1e-3;
        int[] columns = [.. Enumerable.Range(0, n)];
        var row = new double[n];
        for (int step = 0; step < steps; step++)
        {
            double[][] slopes = Slopes(x, r, scales, residuals);
            var system = new SymmetricSystem(n);
            for (int k = 0; k < count; k++)
            {
                for (int j = 0; j < n; j++)
                    row[j] = slopes[j][k];
                system.Add(columns, row, -r[k], 1);
            }

            system.Damp(damping, damping);
            double[] change = system.Solve();
            double[] next = [.. x.Select((v, j) => v + (change[j] * scales[j]))];
            var nextResiduals = new double[count];
            residuals(next, nextResiduals);
            double nextCost = Square(nextResiduals);
            if (nextCost >= cost || !double.IsFinite(nextCost))
            {
                damping = Math.Min(damping * 8, 1e6);
                continue;
            }

            bool still = cost - nextCost < 1e-9 * (cost + 1e-12);
            (x, r, cost) = (next, nextResiduals, nextCost);
            damping = Math.Max(damping / 5, 1e-9);
            if (still)
                break;
        }

        return x;
    }

    // derivatives with respect to unknowns measured in their scales
    private static double[][] Slopes(double[] x, double[] r, double[] scales, Action<double[], double[]> residuals)
    {
        const double h = 1e-4;
        var slopes = new double[x.Length][];
        double[] moved = [.. x];
        for (int j = 0; j < x.Length; j++)
        {
            moved[j] = x[j] + (h * scales[j]);
            slopes[j] = new double[r.Length];
            residuals(moved, slopes[j]);
            for (int k = 0; k < r.Length; k++)
                slopes[j][k] = (slopes[j][k] - r[k]) / h;
            moved[j] = x[j];
        }

        return slopes;
    }

    private static double Square(double[] r)
    {
        double sum = 0;
        foreach (double v in r)
            sum += v * v;
        return sum;
    }
}
