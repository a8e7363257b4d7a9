using Archwright.Geometry;

namespace Archwright.Planning.Attachments;

/// <summary>Height of a crown over the tangent plane of an attachment's place: a + b·s + c·t + d·s² + e·st + f·t², mm.</summary>
/// <param name="Coefficients">a … f.</param>
/// <param name="WorstMm">Greatest distance of a sample from it, mm.</param>
internal sealed record SurfaceQuadric(double[] Coefficients, double WorstMm)
{
    private const int Samples = 9;
    private const double AboveMm = 3;
    private const double DeepestMm = 3;
    private const int Terms = 6;

    /// <summary>Height over the plane.</summary>
    public double At(double s, double t)
    {
        double[] c = Coefficients;
        return c[0] + (c[1] * s) + (c[2] * t) + (c[3] * s * s) + (c[4] * s * t) + (c[5] * t * t);
    }

    /// <summary>Least squares over a lattice of rays along the normal; null where more than a tenth of them miss.</summary>
    public static SurfaceQuadric? Fit(Bvh surface, AttachmentSolid place, double widthMm, double heightMm)
    {
        var samples = new List<(double S, double T, double Height)>();
        for (int i = 0; i < Samples; i++)
        {
            for (int j = 0; j < Samples; j++)
            {
                double s = widthMm * (((double)i / (Samples - 1)) - 0.5);
                double t = heightMm * (((double)j / (Samples - 1)) - 0.5);
                Vec3 from = place.Position + (place.Mesial * s) + (place.Occlusal * t) + (place.Normal * AboveMm);
                if (surface.Raycast(from, -place.Normal, AboveMm + DeepestMm) is { } hit)
                    samples.Add((s, t, AboveMm - hit.DistanceMm));
            }
        }

        if (samples.Count < 0.9 * Samples * Samples)
            return null;
        double[,] normal = new double[Terms, Terms + 1];
        foreach ((double s, double t, double height) in samples)
        {
            double[] row = [1, s, t, s * s, s * t, t * t];
            for (int i = 0; i < Terms; i++)
            {
                for (int j = 0; j < Terms; j++)
                    normal[i, j] += row[i] * row[j];
                normal[i, Terms] += row[i] * height;
            }
        }

        var fit = new SurfaceQuadric(Solve(normal), 0);
        return fit with { WorstMm = samples.Max(p => Math.Abs(p.Height - fit.At(p.S, p.T))) };
    }

    // Gauss with the greatest pivot; the lattice has more than two rows and columns, so the system is regular
    private static double[] Solve(double[,] m)
    {
        for (int c = 0; c < Terms; c++)
        {
            int pivot = c;
            for (int r = c + 1; r < Terms; r++)
                pivot = Math.Abs(m[r, c]) > Math.Abs(m[pivot, c]) ? r : pivot;
            for (int j = 0; j <= Terms; j++)
                (m[c, j], m[pivot, j]) = (m[pivot, j], m[c, j]);
            for (int r = 0; r < Terms; r++)
            {
                if (r == c)
                    continue;
                double share = m[r, c] / m[c, c];
                for (int j = c; j <= Terms; j++)
                    m[r, j] -= share * m[c, j];
            }
        }

        return [.. Enumerable.Range(0, Terms).Select(i => m[i, Terms] / m[i, i])];
    }
}
