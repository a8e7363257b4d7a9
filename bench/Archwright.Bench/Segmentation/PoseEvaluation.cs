using Archwright.Analysis;
using Archwright.Geometry;

namespace Archwright.Bench.Segmentation;

/// <summary><c>pose-eval FOLDER</c>: orientation of labelled arches against the directions their labels give.</summary>
internal static class PoseEvaluation
{
    public static void Run(ReadOnlySpan<string> args)
    {
        IEnumerable<LabelledMesh> all = RealScans.All(args[0]).Concat(
            Enumerable.Range(0, 20).SelectMany(s => SyntheticScans.Create((ulong)s).Select(a => SyntheticScans.Changed(a, (ulong)s))));
        foreach (LabelledMesh arch in all)
        {
            ArchPose? pose = ArchPoseFinder.Find(arch.Mesh);
            if (pose is null)
            {
                Console.WriteLine($"{arch.Name}: none");
                continue;
            }

            Vec3 Mean(Func<int, bool> which)
            {
                Vec3 sum = Vec3.Zero;
                int n = 0;
                for (int v = 0; v < arch.Labels.Length; v++)
                {
                    if (which(arch.Labels[v]))
                        (sum, n) = (sum + pose.ArchFromScan.Apply(arch.Mesh.Vertices[v]), n + 1);
                }

                return sum / n;
            }

            Vec3 front = Mean(l => l != 0 && l % 10 <= 2);
            Vec3 left = Mean(l => l / 10 is 2 or 3 && l % 10 >= 6);
            Vec3 right = Mean(l => l / 10 is 1 or 4 && l % 10 >= 6);
            Vec3 gum = Mean(l => l == 0);
            Vec3 teeth = Mean(l => l != 0);
            if (arch.IsUpper)
                (left, right) = (right, left);
            Vec3 back = ((left + right) * 0.5) - front;
            Vec3 normal = Vec3.Cross(left - right, back).Normalized();
            double tilt = double.RadiansToDegrees(Math.Acos(Math.Clamp(normal.Z, -1, 1)));
            double yaw = double.RadiansToDegrees(Math.Atan2(back.X, back.Y));
            Console.WriteLine(
                $"{arch.Name,-34} tilt {tilt,5:0.0} yaw {yaw,6:0.0} teeth over gum {teeth.Z - gum.Z,5:0.0} crest {pose.CrestErrorMm:0.00} lead {pose.OpeningLead:0.00} " +
                $"open {pose.Openness:0.00} R {pose.Path.RadiusMm:0.0} spread {pose.Path.Spread:0.00} front {pose.Path.Outwards(front.X, front.Y):0.0}/{front.X:0.0} z {front.Z:0.0} {left.Z:0.0}");
        }
    }
}
