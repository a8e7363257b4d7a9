using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// The occlusal frame of a case: right-handed, x to the patient's left, y posterior, z superior. The plane is fitted through
/// the occlusal-most points of all teeth (parallel planes, one offset per jaw; the frame's lies half-way between), x follows
/// the homologous pairs of both jaws, and the origin is the midpoint of the arch: x half-way between the pairs, y half-way
/// between foremost and hindmost occlusal point, z on the plane. Works from any orientation; what the numbers say is held
/// against what the crowns' shapes say, and a contradiction (mirrored scan, jaws exchanged) is an error.
/// </summary>
/// <param name="OcclusalFromScan">Takes scan coordinates to the occlusal frame.</param>
/// <param name="Confidence">How sure, and why.</param>
internal sealed record OcclusalFrame(RigidTransform OcclusalFromScan, Confidence Confidence)
{
    private const double OpposedJawsDeg = 45;

    /// <summary>Finds the frame of one or two arches of crowns in scan frame.</summary>
    public static Result<OcclusalFrame> Find(IReadOnlyList<(Jaw Jaw, ImmutableArray<LabelledCrown> Crowns)> arches)
    {
        var found = new List<(Jaw Jaw, ImmutableArray<LabelledCrown> Crowns, ArchDirections Directions)>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        double agreement = 1;
        var evidence = new List<string>();
        foreach ((Jaw jaw, ImmutableArray<LabelledCrown> crowns) in arches)
        {
            string name = jaw == Jaw.Upper ? "upper" : "lower";
            List<(ToothId Id, Vec3 Centroid)> centers = [.. crowns.Select(c => (c.Id, c.Centroid))];
            if (ArchDirections.Of(centers) is not { } directions)
            {
                problems.Add(Problem.Error(
                    "too-few-teeth",
                    $"the {name} arch has {crowns.Length} teeth; at least three that do not stand in one row are needed to tell its orientation",
                    name, crowns.Length, 3, "count"));
                continue;
            }

            double share = ShapeAgreement(jaw, crowns, directions.Superior);
            if (share < 0.35)
            {
                problems.Add(Contradiction(jaw, name, crowns, share));
                continue;
            }

            agreement = Math.Min(agreement, share);
            evidence.Add($"{name}: {crowns.Length} teeth, {share:P0} of the shape evidence agrees with the numbers");
            found.Add((jaw, crowns, directions));
        }

        if (problems.Count > 0)
            return Result<OcclusalFrame>.Fail(problems.ToImmutable());
        if (found.Count == 2 && AngleDeg(found[0].Directions.Superior, found[1].Directions.Superior) > OpposedJawsDeg)
        {
            double angle = AngleDeg(found[0].Directions.Superior, found[1].Directions.Superior);
            return Result<OcclusalFrame>.Fail(Problem.Error(
                "jaws-not-registered",
                $"upper and lower arch are turned {angle:F0}° against each other: they do not share one frame; register the bite, or plan each arch alone",
                "upper, lower", angle, OpposedJawsDeg, "deg"));
        }

        RigidTransform frame = Fit(found);
        return Result<OcclusalFrame>.Ok(new OcclusalFrame(
            frame, new Confidence(Math.Clamp((agreement - 0.35) / 0.55, 0, 1), string.Join("; ", evidence))));
    }

    // Share of the teeth's shape evidence that agrees with the superior direction the numbers give, 0.5 where shape is silent.
    private static double ShapeAgreement(Jaw jaw, ImmutableArray<LabelledCrown> crowns, Vec3 superior)
    {
        Vec3 occlusal = jaw == Jaw.Upper ? -superior : superior;
        double forIt = 0.5;
        double all = 1;
        foreach (LabelledCrown crown in crowns)
        {
            double e = OcclusalDirection.Along(crown, occlusal);
            all += Math.Abs(e);
            forIt += Math.Max(e, 0);
        }

        return forIt / all;
    }

    private static Problem Contradiction(Jaw jaw, string name, ImmutableArray<LabelledCrown> crowns, double share)
    {
        if (FitsOtherJaw(jaw, crowns))
        {
            return Problem.Error(
                "jaws-exchanged",
                $"the tooth numbers of the {name} arch contradict its shape and its tooth widths fit the other jaw: upper and lower seem exchanged",
                name, share, 0.35);
        }

        return Problem.Error(
            "scan-mirrored",
            $"the {name} arch is mirrored: its tooth numbers run the other way round than its crowns allow ({share:P0} of the shape evidence agrees)",
            name, share, 0.35);
    }

    // Upper central incisors are wider than laterals, lower ones narrower: the surest difference of the jaws.
    private static bool FitsOtherJaw(Jaw jaw, ImmutableArray<LabelledCrown> crowns)
    {
        double central = MeanSize(crowns, 1);
        double lateral = MeanSize(crowns, 2);
        if (central == 0 || lateral == 0)
            return false;
        bool looksUpper = central > 1.12 * lateral;
        bool looksLower = central < 1.02 * lateral;
        return jaw == Jaw.Upper ? looksLower : looksUpper;
    }

    private static double MeanSize(ImmutableArray<LabelledCrown> crowns, int position)
    {
        double[] sizes = [.. crowns.Where(c => c.Id.Position == position && !c.Id.IsPrimary)
            .Select(c => Math.Sqrt(MeshMeasures.Area(c.Mesh)))];
        return sizes.Length == 0 ? 0 : sizes.Average();
    }

    private static RigidTransform Fit(List<(Jaw Jaw, ImmutableArray<LabelledCrown> Crowns, ArchDirections Directions)> arches)
    {
        Vec3 x = Vec3.Zero;
        Vec3 y = Vec3.Zero;
        foreach ((_, _, ArchDirections d) in arches)
        {
            x += d.Left;
            y += d.Posterior;
        }

        x = x.Normalized();
        Vec3 z = Vec3.Cross(x, y).Normalized();
        for (int round = 0; round < 4; round++)
        {
            var points = arches.Select(a => a.Crowns.Select(c => OcclusalMost(c, a.Jaw == Jaw.Upper ? -z : z)).ToArray()).ToList();
            z = PlaneNormal(points, z);
        }

        x = Vec3.Zero;
        double middle = 0;
        int pairCount = 0;
        foreach ((_, ImmutableArray<LabelledCrown> crowns, ArchDirections d) in arches)
        {
            var pairs = ArchDirections.Pairs([.. crowns.Select(c => (c.Id, c.Centroid))]);
            foreach ((_, Vec3 across, _) in pairs)
                x += across;
            if (pairs.Count == 0)
                x += d.Left;
            pairCount += pairs.Count;
        }

        x = x.Reject(z).Normalized();
        y = Vec3.Cross(z, x);
        double front = double.PositiveInfinity;
        double back = double.NegativeInfinity;
        double level = 0;
        foreach ((Jaw jaw, ImmutableArray<LabelledCrown> crowns, _) in arches)
        {
            Vec3[] points = [.. crowns.Select(c => OcclusalMost(c, jaw == Jaw.Upper ? -z : z))];
            front = Math.Min(front, points.Min(p => Vec3.Dot(p, y)));
            back = Math.Max(back, points.Max(p => Vec3.Dot(p, y)));
            level += points.Average(p => Vec3.Dot(p, z)) / arches.Count;
            foreach ((_, _, Vec3 mid) in ArchDirections.Pairs([.. crowns.Select(c => (c.Id, c.Centroid))]))
                middle += Vec3.Dot(mid, x) / pairCount;
            if (pairCount == 0)
                middle += crowns.Average(c => Vec3.Dot(c.Centroid, x)) / arches.Count;
        }

        Rotation scanFromOcclusal = Rotation.FromColumns(x, y, z);
        Vec3 origin = (x * middle) + (y * ((front + back) / 2)) + (z * level);
        Rotation rotation = scanFromOcclusal.Inverse;
        return new RigidTransform(rotation, -rotation.Apply(origin));
    }

    private static Vec3 OcclusalMost(LabelledCrown crown, Vec3 occlusal)
    {
        Vec3 best = crown.Mesh.Vertices[0];
        double highest = double.NegativeInfinity;
        foreach (Vec3 p in crown.Mesh.Vertices)
        {
            double h = Vec3.Dot(p, occlusal);
            if (h > highest)
                (highest, best) = (h, p);
        }

        return best;
    }

    // Normal of the parallel planes that fit best, one offset per jaw; distances beyond 1 mm count linearly (Huber).
    private static Vec3 PlaneNormal(List<Vec3[]> groups, Vec3 guess)
    {
        Vec3 normal = guess;
        for (int round = 0; round < 5; round++)
        {
            var items = new List<(Vec3 Direction, double Weight)>();
            foreach (Vec3[] points in groups)
            {
                double[] heights = [.. points.Select(p => Vec3.Dot(p, normal))];
                double median = Median(heights);
                double[] weights = [.. heights.Select(h => 1 / Math.Max(1, Math.Abs(h - median)))];
                double total = weights.Sum();
                Vec3 mean = Vec3.Zero;
                for (int i = 0; i < points.Length; i++)
                    mean += points[i] * (weights[i] / total);
                for (int i = 0; i < points.Length; i++)
                    items.Add((points[i] - mean, weights[i]));
            }

            Vec3 least = Scatter.Of(items).LeastAxis;
            Vec3 candidate = Vec3.Dot(least, guess) < 0 ? -least : least;
            if (AngleDeg(candidate, guess) > 25)
                return guess;
            normal = candidate;
        }

        return normal;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static double AngleDeg(Vec3 a, Vec3 b) =>
        double.RadiansToDegrees(Math.Atan2(Vec3.Cross(a, b).Length, Vec3.Dot(a, b)));
}
