using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// Nearness of teeth taken as their convex hulls: the best of a fan of separating directions. An upper bound of the overlap
/// and a lower bound of the gap; exact for convex bodies as the fan grows dense.
/// </summary>
internal sealed class SupportProximity(IReadOnlyList<SetupTooth> teeth) : IProximity
{
    private const double CutOffMm = 5;

    /// <inheritdoc/>
    public Nearness Between(int a, RigidTransform poseA, int b, RigidTransform poseB)
    {
        Vec3[] pa = Points(a, poseA);
        Vec3[] pb = Points(b, poseB);
        Vec3 line = (poseB.Apply(teeth[b].Center) - poseA.Apply(teeth[a].Center)).Normalized();
        Vec3 side = Vec3.Cross(line, Vec3.UnitZ).Normalized();
        Vec3 up = Vec3.Cross(side, line);
        double best = double.NegativeInfinity;
        Nearness nearest = default;
        for (int i = -3; i <= 3; i++)
        {
            for (int j = -2; j <= 2; j++)
            {
                Vec3 d = (line + (side * (i * 0.15)) + (up * (j * 0.15))).Normalized();
                Vec3 left = pa.MaxBy(p => Vec3.Dot(p, d));
                Vec3 right = pb.MinBy(p => Vec3.Dot(p, d));
                double gap = Vec3.Dot(right - left, d);
                if (gap > best)
                {
                    best = gap;
                    nearest = new Nearness(Math.Max(0, -gap), Math.Clamp(gap, 0, CutOffMm), (left + right) / 2, d, CutOffMm);
                }
            }
        }

        return nearest;
    }

    private Vec3[] Points(int i, RigidTransform pose)
    {
        ReadOnlySpan<Vec3> vertices = teeth[i].Tooth.Mesh.Vertices;
        int step = Math.Max(1, vertices.Length / 600);
        var points = new Vec3[(vertices.Length + step - 1) / step];
        for (int k = 0; k < points.Length; k++)
            points[k] = pose.Apply(vertices[k * step]);
        return points;
    }
}
