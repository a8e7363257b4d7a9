namespace Archwright.Fabrication.Solids;

/// <summary>Values over the x, y nodes of a lattice: heights, or signed distances in the plane.</summary>
internal sealed class PlaneLattice
{
    public PlaneLattice(int x0, int y0, int nx, int ny, double spacing, float value)
    {
        (X0, Y0, Nx, Ny, Spacing) = (x0, y0, nx, ny, spacing);
        Values = new float[nx * ny];
        Array.Fill(Values, value);
    }

    public int X0 { get; }

    public int Y0 { get; }

    public int Nx { get; }

    public int Ny { get; }

    public double Spacing { get; }

    public float[] Values { get; }

    public int Index(int x, int y) => (y * Nx) + x;

    public double X(int x) => (X0 + x) * Spacing;

    public double Y(int y) => (Y0 + y) * Spacing;

    public PlaneLattice Like(float value) => new(X0, Y0, Nx, Ny, Spacing, value);

    /// <summary>
    /// Smooths by repeated running means in x and y: near to a Gaussian of the given deviation. Values at the border count on.
    /// </summary>
    public void Smooth(double deviationMm)
    {
        // three box filters of radius r have variance 3 · ((2r + 1)² − 1) / 12
        int radius = Math.Max(1, (int)Math.Round((Math.Sqrt((4 * deviationMm * deviationMm / (Spacing * Spacing)) + 1) - 1) / 2));
        for (int round = 0; round < 3; round++)
        {
            for (int y = 0; y < Ny; y++)
                SmoothLine(Index(0, y), 1, Nx, radius);
            for (int x = 0; x < Nx; x++)
                SmoothLine(x, Nx, Ny, radius);
        }
    }

    private void SmoothLine(int start, int step, int count, int radius)
    {
        var line = new float[count];
        for (int i = 0; i < count; i++)
            line[i] = Values[start + (i * step)];
        for (int i = 0; i < count; i++)
        {
            float sum = 0;
            for (int k = -radius; k <= radius; k++)
                sum += line[Math.Clamp(i + k, 0, count - 1)];
            Values[start + (i * step)] = sum / ((2 * radius) + 1);
        }
    }

    /// <summary>
    /// Signed distance to the border of a region, negative inside, mm: exact to half a spacing (Felzenszwalb and Huttenlocher
    /// 2012, doi 10.4086/toc.2012.v008a019, for the squared distance along one axis after the other).
    /// </summary>
    public static PlaneLattice DistanceTo(PlaneLattice shape, Func<int, bool> isInside)
    {
        PlaneLattice result = shape.Like(0);
        float[] toInside = SquaredDistance(shape, isInside);
        float[] toOutside = SquaredDistance(shape, i => !isInside(i));
        for (int i = 0; i < result.Values.Length; i++)
        {
            double d = isInside(i) ? 0.5 - Math.Sqrt(toOutside[i]) : Math.Sqrt(toInside[i]) - 0.5;
            result.Values[i] = (float)(d * shape.Spacing);
        }

        return result;
    }

    private static float[] SquaredDistance(PlaneLattice shape, Func<int, bool> isSeed)
    {
        const float far = 1e8f;
        var d = new float[shape.Values.Length];
        for (int i = 0; i < d.Length; i++)
            d[i] = isSeed(i) ? 0 : far;
        for (int x = 0; x < shape.Nx; x++)
            Transform(d, x, shape.Nx, shape.Ny);
        for (int y = 0; y < shape.Ny; y++)
            Transform(d, y * shape.Nx, 1, shape.Nx);
        return d;
    }

    private static void Transform(float[] d, int start, int step, int count)
    {
        var f = new double[count];
        for (int i = 0; i < count; i++)
            f[i] = d[start + (i * step)];
        var apex = new int[count];
        var from = new double[count + 1];
        int k = 0;
        from[0] = double.NegativeInfinity;
        from[1] = double.PositiveInfinity;
        for (int q = 1; q < count; q++)
        {
            double s = Crossing(q, apex[k]);
            while (s <= from[k])
                s = Crossing(q, apex[--k]);
            apex[++k] = q;
            from[k] = s;
            from[k + 1] = double.PositiveInfinity;
        }

        k = 0;
        for (int q = 0; q < count; q++)
        {
            while (from[k + 1] < q)
                k++;
            d[start + (q * step)] = (float)(((q - apex[k]) * (double)(q - apex[k])) + f[apex[k]]);
        }

        double Crossing(int q, int p) => (f[q] + ((double)q * q) - f[p] - ((double)p * p)) / (2.0 * (q - p));
    }
}
