namespace Archwright.Fabrication.Solids;

/// <summary>
/// Fills unknown values of a plane smoothly from the known ones: averages go up a pyramid, and come down where nothing was
/// known (Gortler et al. 1996, doi 10.1145/237170.237200). Known values stay. Complexity: O(nodes).
/// </summary>
internal static class PullPush
{
    public static void Fill(float[] values, bool[] isKnown, int nx, int ny)
    {
        if (nx <= 1 && ny <= 1)
            return;
        int cx = (nx + 1) / 2;
        int cy = (ny + 1) / 2;
        var coarse = new float[cx * cy];
        var count = new int[cx * cy];
        for (int y = 0; y < ny; y++)
        {
            for (int x = 0; x < nx; x++)
            {
                if (!isKnown[(y * nx) + x])
                    continue;
                coarse[(y / 2 * cx) + (x / 2)] += values[(y * nx) + x];
                count[(y / 2 * cx) + (x / 2)]++;
            }
        }

        var isCoarseKnown = new bool[coarse.Length];
        for (int i = 0; i < coarse.Length; i++)
        {
            isCoarseKnown[i] = count[i] > 0;
            if (count[i] > 0)
                coarse[i] /= count[i];
        }

        Fill(coarse, isCoarseKnown, cx, cy);
        for (int y = 0; y < ny; y++)
        {
            for (int x = 0; x < nx; x++)
            {
                if (!isKnown[(y * nx) + x])
                    values[(y * nx) + x] = Between(coarse, cx, cy, (x - 0.5) / 2, (y - 0.5) / 2);
            }
        }
    }

    private static float Between(float[] v, int nx, int ny, double x, double y)
    {
        x = Math.Clamp(x, 0, nx - 1);
        y = Math.Clamp(y, 0, ny - 1);
        int i = Math.Min((int)x, Math.Max(0, nx - 2));
        int j = Math.Min((int)y, Math.Max(0, ny - 2));
        int right = Math.Min(i + 1, nx - 1);
        int down = Math.Min(j + 1, ny - 1);
        double a = v[(j * nx) + i] + ((v[(j * nx) + right] - v[(j * nx) + i]) * (x - i));
        double b = v[(down * nx) + i] + ((v[(down * nx) + right] - v[(down * nx) + i]) * (x - i));
        return (float)(a + ((b - a) * (y - j)));
    }
}
