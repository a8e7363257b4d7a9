using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Rigid registration of a surface to another from a nearby start. Method: iterated closest points with point-to-plane
/// error (Chen and Medioni 1992, doi 10.1016/0262-8856(92)90066-C) and trimming of the worst pairs (Chetverikov, Svirko,
/// Stepanov and Krsek 2002, doi 10.1109/ICPR.2002.1047997). Directions the surfaces leave open (a sphere's turns) are damped
/// and stay as they were. Mesh kind: any; points and target in mm in frames near each other.
/// Complexity: O(points · log faces) an iteration. Known limit: finds the nearest minimum; starts beyond about a fifth of
/// the object's size, or 30°, may end in a wrong one.
/// </summary>
public static class Icp
{
    /// <summary>Registers the vertices of <paramref name="source"/> to <paramref name="target"/>, with normals compared.</summary>
    public static IcpResult Register(
        TriangleMesh source, Bvh target, RigidTransform start, IcpOptions options, RunContext context) =>
        Register(source.Vertices.ToArray(), VertexNormals.Of(source), target, start, options, context);

    /// <summary>Registers points; <paramref name="normals"/> is null or one unit vector per point.</summary>
    public static IcpResult Register(
        Vec3[] points, Vec3[]? normals, Bvh target, RigidTransform start, IcpOptions options, RunContext context)
    {
        Preconditions.Require(normals is null || normals.Length == points.Length, "one normal per point");
        Preconditions.Require(options.KeptShare is > 0 and <= 1, "a share lies between 0 and 1");
        int stride = Math.Max(1, points.Length / Math.Max(1, options.PointsMax));
        Vec3[] used = [.. points.Where((_, i) => i % stride == 0)];
        Vec3[]? usedNormals = normals is null ? null : [.. normals.Where((_, i) => i % stride == 0)];
        RigidTransform pose = start;
        List<Pair> pairs = Pairs(used, usedNormals, target, pose, options, context);
        for (int i = 0; i < options.IterationsMax; i++)
        {
            if (pairs.Count < 6)
                return Outcome(pose, pairs, used.Length, i, hasConverged: false);
            RigidTransform step = Step(pairs);
            double moved = pairs.Max(p => Vec3.Distance(step.Apply(p.Moved), p.Moved));
            pose = step * pose;
            pairs = Pairs(used, usedNormals, target, pose, options, context);
            if (moved < options.ToleranceMm)
                return Outcome(pose, pairs, used.Length, i + 1, hasConverged: true);
        }

        return Outcome(pose, pairs, used.Length, options.IterationsMax, hasConverged: false);
    }

    private static IcpResult Outcome(RigidTransform pose, List<Pair> pairs, int count, int iterations, bool hasConverged)
    {
        double sum = pairs.Sum(p => (p.Target - p.Moved).LengthSquared);
        double rms = pairs.Count == 0 ? double.PositiveInfinity : Math.Sqrt(sum / pairs.Count);
        return new IcpResult(pose, rms, count == 0 ? 0 : pairs.Count / (double)count, iterations, hasConverged);
    }

    private static List<Pair> Pairs(
        Vec3[] points, Vec3[]? normals, Bvh target, RigidTransform pose, IcpOptions options, RunContext context)
    {
        Vec3[] moved = [.. points.Select(pose.Apply)];
        ClosestHit[] hits = target.Closest(moved, context, options.DistanceMmMax);
        double cosMin = Math.Cos(options.NormalDegMax * Math.PI / 180);
        var pairs = new List<Pair>(points.Length);
        for (int i = 0; i < hits.Length; i++)
        {
            if (!hits[i].IsHit)
                continue;
            Vec3 normal = target.Mesh.AreaVector(hits[i].Face).Normalized();
            if (normal == Vec3.Zero || (normals is not null && Vec3.Dot(pose.ApplyDirection(normals[i]), normal) < cosMin))
                continue;
            pairs.Add(new Pair(moved[i], hits[i].Point, normal, hits[i].DistanceMm, i));
        }

        pairs.Sort((a, b) => (a.DistanceMm, a.Index).CompareTo((b.DistanceMm, b.Index)));
        int kept = (int)Math.Ceiling(pairs.Count * options.KeptShare);
        pairs.RemoveRange(kept, pairs.Count - kept);
        return pairs;
    }

    /// <summary>The small motion of least squared distances to the target's tangent planes, about the pairs' centre.</summary>
    private static RigidTransform Step(List<Pair> pairs)
    {
        Vec3 center = Vec3.Zero;
        foreach (Pair p in pairs)
            center += p.Moved;
        center /= pairs.Count;
        double size = 0;
        foreach (Pair p in pairs)
            size += (p.Moved - center).LengthSquared;

        // turns are measured in mm at the mean radius, so that one damping suits turns and shifts
        size = Math.Max(1e-9, Math.Sqrt(size / pairs.Count));
        double[,] a = new double[6, 7];
        foreach (Pair p in pairs)
        {
            Vec3 r = Vec3.Cross(p.Moved - center, p.Normal) / size;
            Span<double> row = [r.X, r.Y, r.Z, p.Normal.X, p.Normal.Y, p.Normal.Z, Vec3.Dot(p.Target - p.Moved, p.Normal)];
            for (int i = 0; i < 6; i++)
            {
                for (int j = i; j < 7; j++)
                    a[i, j] += row[i] * row[j];
            }
        }

        for (int i = 0; i < 6; i++)
        {
            a[i, i] += 1e-6 * pairs.Count;
            for (int j = 0; j < i; j++)
                a[i, j] = a[j, i];
        }

        Span<double> x = stackalloc double[6];
        Solve(a, x);
        return RigidTransform.AboutPoint(
            Rotation.FromVector(new Vec3(x[0], x[1], x[2]) / size), center, new Vec3(x[3], x[4], x[5]));
    }

    /// <summary>Gaussian elimination of a damped, hence positive definite, system.</summary>
    private static void Solve(double[,] a, Span<double> x)
    {
        for (int k = 0; k < 6; k++)
        {
            for (int i = k + 1; i < 6; i++)
            {
                double factor = a[i, k] / a[k, k];
                for (int j = k; j < 7; j++)
                    a[i, j] -= factor * a[k, j];
            }
        }

        for (int k = 5; k >= 0; k--)
        {
            double sum = a[k, 6];
            for (int j = k + 1; j < 6; j++)
                sum -= a[k, j] * x[j];
            x[k] = sum / a[k, k];
        }
    }

    private readonly record struct Pair(Vec3 Moved, Vec3 Target, Vec3 Normal, double DistanceMm, int Index);
}
