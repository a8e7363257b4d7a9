using System.Diagnostics;
using Archwright.Analysis;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>train-segmentation OUT [cases [epochs [CACHE]]]</c>: makes synthetic arches, changes them, and trains the point network on them.
/// Nothing else goes in. Same arguments, same bytes.
/// </summary>
internal static class TrainSegmentation
{
    private const int PointsPerScan = 600;
    private const int VersionsPerArch = 3;

    public static void Run(ReadOnlySpan<string> args)
    {
        string file = args[0];
        int cases = args.Length > 1 ? int.Parse(args[1]) : 150;
        int epochs = args.Length > 2 ? int.Parse(args[2]) : 10;
        string? cache = args.Length > 3 ? args[3] : null;
        var clock = Stopwatch.StartNew();
        var parts = new (List<float[]> Inputs, List<PointTruth> Truths)[cases * 2];
        int refused = 0;
        Parallel.For(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, c =>
        {
            if (c % 10 == 0)
                Console.WriteLine($"case {c}, {clock.Elapsed.TotalSeconds:0} s");
            // the shipped weights were made so; whose the margin is, label costs settle
            LabelledMesh[] arches = SyntheticScans.Create((ulong)c + 1_000_000, cache, tiesAreGum: true);
            for (int i = 0; i < arches.Length; i++)
            {
                for (ulong version = 0; version < VersionsPerArch; version++)
                {
                    LabelledMesh changed = SyntheticScans.Changed(arches[i], ((ulong)c * 7) + version);
                    parts[(2 * c) + i].Inputs ??= [];
                    parts[(2 * c) + i].Truths ??= [];
                    if (!Sample(changed, (ulong)c + version, parts[(2 * c) + i].Inputs, parts[(2 * c) + i].Truths))
                        Interlocked.Increment(ref refused);
                }
            }
        });
        float[][] inputs = [.. parts.SelectMany(p => p.Inputs ?? [])];
        PointTruth[] truths = [.. parts.SelectMany(p => p.Truths ?? [])];
        Console.WriteLine($"{inputs.Length} points of {cases} cases, {refused} arches without a pose, {clock.Elapsed.TotalSeconds:0} s");
        var trainer = new NetworkTrainer([PointFeatures.Count, 128, 64, NetworkTrainer.Outputs], 1);
        trainer.Train(inputs, truths, epochs, 1, 2, (e, loss) =>
        {
            Console.WriteLine($"epoch {e}: loss {loss:0.0000}, {clock.Elapsed.TotalSeconds:0} s");
            File.WriteAllBytes(file, trainer.Network.Write());
        });
    }

    private static bool Sample(LabelledMesh arch, ulong seed, List<float[]> inputs, List<PointTruth> truths)
    {
        ArchPose? pose = ArchPoseFinder.Find(arch.Mesh);
        if (pose is null)
            return false;
        SeededRandom random = new SeededRandom(seed).Fork("points " + arch.Name);
        ArchView view = ArchView.Of(arch.Mesh, Jittered(pose, random));
        SortedDictionary<int, Vec3> middles = Middles(view.Mesh, arch.Labels);
        int[] candidates = [.. Enumerable.Range(0, view.Mesh.VertexCount).Where(v => view.InReach[v])];
        if (candidates.Length == 0)
            return false;

        // a place in the arch is a hint only: teeth may be missing, with gaps closed
        float along = (float)(random.Uniform(-8, 8) * 0.05);
        for (int i = 0; i < PointsPerScan; i++)
        {
            int v = candidates[random.Next(candidates.Length)];
            float[] features = new float[PointFeatures.Count];
            view.Features(v, features);
            features[^1] += along;
            inputs.Add(features);
            int label = arch.Labels[v];
            if (label == 0)
            {
                truths.Add(new PointTruth(0, arch.IsUpper, 0, 0));
                continue;
            }

            Vec3 p = view.Mesh.Vertices[v];
            (Vec3 mesial, Vec3 facial) = ArchPath.Directions(p.X, p.Y);
            Vec3 way = middles[label] - p;
            truths.Add(new PointTruth(
                (byte)(label % 10), arch.IsUpper, (float)Vec3.Dot(way, mesial) / 5, (float)Vec3.Dot(way, facial) / 5));
        }

        return true;
    }

    // poses are found less well on real scans than on made ones
    private static ArchPose Jittered(ArchPose pose, SeededRandom random)
    {
        var tilt = Rotation.FromVector(new Vec3(random.Normal(0, 0.05), random.Normal(0, 0.03), random.Normal(0, 0.06)));
        var shift = new Vec3(random.Normal(0, 1), random.Normal(0, 1.5), random.Normal(0, 0.8));
        return pose with
        {
            ArchFromScan = new RigidTransform(tilt, shift) * pose.ArchFromScan,
            Path = new ArchPath(pose.Path.RadiusMm + random.Normal(0, 1), pose.Path.Spread + random.Normal(0, 0.03)),
        };
    }

    private static SortedDictionary<int, Vec3> Middles(TriangleMesh mesh, int[] labels)
    {
        var sums = new SortedDictionary<int, (Vec3 Sum, double Area)>();
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            int label = labels[mesh.Triangles[f].A];
            if (label == 0)
                continue;
            double area = mesh.AreaVector(f).Length;
            (Vec3 sum, double all) = sums.GetValueOrDefault(label);
            sums[label] = (sum + (mesh.FaceCenter(f) * area), all + area);
        }

        return new SortedDictionary<int, Vec3>(sums.ToDictionary(s => s.Key, s => s.Value.Sum / Math.Max(s.Value.Area, 1e-9)));
    }
}
