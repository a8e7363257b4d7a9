using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>Jaw and directions that segmentation gives a turned scan, held against those its reference labels tell.</summary>
internal static class ReferencePose
{
    private const double Aligned = 0.85;

    /// <summary>A random turn and shift.</summary>
    public static RigidTransform RandomTurn(SeededRandom random) => new(
        Rotation.About(new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized(), Math.Acos(random.Uniform(-1, 1))),
        new Vec3(random.Uniform(-50, 50), random.Uniform(-50, 50), random.Uniform(-50, 50)));

    /// <summary>What is wrong with jaw or orientation as found; null where both are right.</summary>
    public static string? Fault(TriangleMesh turned, int[] labels, Jaw jaw, RunContext context)
    {
        TriangleMesh working = Decimation.Simplify(turned, 32_000);
        if (ArchPoseFinder.Find(working) is not { } pose)
            return "no arch";
        PointEvidence evidence = PointEvidence.Of(ArchView.Of(working, pose), SegmentationWeights.Network, context);
        if (evidence.UpperShare > 0.5 != (jaw == Jaw.Upper))
            return $"jaw ({evidence.UpperShare:0.00} upper)";

        // arch frame: y posterior, z occlusal, +x the left of a lower arch and the right of an upper one
        Vec3 Mean(Func<int, bool> which)
        {
            Vec3[] own = [.. Enumerable.Range(0, labels.Length).Where(v => which(labels[v])).Select(v => pose.ArchFromScan.Apply(turned.Vertices[v]))];
            return own.Aggregate(Vec3.Zero, (sum, p) => sum + p) / own.Length;
        }

        Vec3 left = Mean(l => l / 10 is 2 or 3 && l % 10 >= 4);
        Vec3 right = Mean(l => l / 10 is 1 or 4 && l % 10 >= 4);
        Vec3 across = (jaw == Jaw.Lower ? left - right : right - left).Normalized();
        Vec3 back = (((left + right) * 0.5) - Mean(l => l != 0 && l % 10 <= 2)).Normalized();
        if (across.X < Aligned)
            return $"sides ({across.X:0.00})";
        if (back.Y < Aligned)
            return $"front ({back.Y:0.00})";
        return Vec3.Cross(across, back).Z < Aligned || Mean(l => l != 0).Z < Mean(l => l == 0).Z ? "occlusal side" : null;
    }
}
