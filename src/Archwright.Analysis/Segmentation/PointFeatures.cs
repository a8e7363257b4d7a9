using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// What the classifier sees of a point: the shape field on stencils of four sizes in the directions mesial, facial and occlusal
/// of the arch, three of them round the point and one at fixed heights over the crest's plane; a patch of the surface's
/// curvature and slope; the normal, curvatures, and the place in the arch. The two sides of an arch are seen in mirror image, so that left and right teeth are one thing.
/// </summary>
internal static class PointFeatures
{
    /// <summary>Numbers per point.</summary>
    public const int Count = (3 * 26) + (9 * 5 * 3) + (2 * 9 * 5) + 3 + 4 + 3;

    private static readonly double[] StencilsMm = [1.0, 2.2, 4.5];
    private static readonly double[] LevelsMm = [-0.8, -3.2, -6];

    /// <summary>Features of a point on the surface, arch frame.</summary>
    public static void Fill(
        Vec3 p, Vec3 normal, (float Max, float Min, float WideMin, float WideMean) curvature, ArchPath path, ShapeField field, Span<float> into)
    {
        (Vec3 mesial, Vec3 facial) = ArchPath.Directions(p.X, p.Y);
        int at = 0;
        foreach (double step in StencilsMm)
        {
            float scale = (float)(1 / step);
            for (int k = -1; k <= 1; k++)
            {
                for (int j = -1; j <= 1; j++)
                {
                    for (int i = -1; i <= 1; i++)
                    {
                        if (i == 0 && j == 0 && k == 0)
                            continue;
                        Vec3 q = p + (mesial * (i * step)) + (facial * (j * step)) + new Vec3(0, 0, k * step);
                        into[at++] = Math.Clamp(field.At(q) * scale, -1.5f, 1.5f);
                    }
                }
            }
        }

        foreach (double level in LevelsMm)
        {
            for (int j = -2; j <= 2; j++)
            {
                for (int i = -4; i <= 4; i++)
                {
                    Vec3 q = p + (mesial * (i * 3.0)) + (facial * (j * 3.0));
                    into[at++] = Math.Clamp(field.At(q with { Z = level }) * 0.4f, -1, 1);
                }
            }
        }

        Vec3 up = Vec3.UnitZ.Reject(normal);
        if (up.Length < 0.3)
            up = facial.Reject(normal);
        up = up.Normalized();
        Vec3 across = mesial.Reject(normal).Reject(up).Normalized();
        for (int j = -2; j <= 2; j++)
        {
            for (int i = -4; i <= 4; i++)
            {
                (Vec3 Normal, float Crease)? near = field.Surface(p + (up * (i * 0.65)) + (across * (j * 0.9)));
                into[at++] = Math.Clamp(near?.Crease ?? 0, -2, 2);
                into[at++] = (float)(near?.Normal.Z ?? 0);
            }
        }

        into[at++] = (float)Vec3.Dot(normal, mesial);
        into[at++] = (float)Vec3.Dot(normal, facial);
        into[at++] = (float)normal.Z;
        into[at++] = Math.Clamp(curvature.Max, -2, 2);
        into[at++] = Math.Clamp(curvature.Min, -2, 2);
        into[at++] = Math.Clamp(2 * curvature.WideMin, -2, 2);
        into[at++] = Math.Clamp(2 * curvature.WideMean, -2, 2);
        into[at++] = (float)Math.Clamp(p.Z * 0.2, -3, 1);
        into[at++] = (float)Math.Clamp(path.Outwards(p.X, p.Y) * 0.15, -2, 2);
        into[at] = (float)Math.Clamp((Math.Abs(path.Along(p.X, p.Y)) - 30) * 0.05, -1.6, 1.6);
    }
}
