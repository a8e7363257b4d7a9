using System.Diagnostics;
using System.Globalization;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Bench.Kernel;

/// <summary>
/// <c>quick [mesh file] [--write folder]</c>: times of the kernel in a few seconds, best of five, in processor time of this
/// process, which other work on the machine disturbs less than the clock. With --write it leaves mesh, points and
/// distances for <c>compare-open3d.py</c>.
/// </summary>
internal static class QuickRun
{
    private const int Count = 20_000;
    private const int Repeats = 5;

    public static void Run(ReadOnlySpan<string> args)
    {
        string? folder = null;
        string? file = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--write")
                folder = args[++i];
            else
                file = args[i];
        }

        // single precision, as the file has it: both programs then see the same numbers
        TriangleMesh mesh = Rounded(file is null ? KernelScene.Ring() : MeshReader.Read(file, ImportMode.Repair).Require().Mesh);
        Console.WriteLine($"mesh: {mesh.TriangleCount} faces, closed {MeshTopology.Of(mesh).IsClosed}");
        Print("build-ms", Best(() => SignedDistance.Build(mesh), 1000));
        var distance = SignedDistance.Build(mesh);
        Distances("near", distance, KernelScene.PointsNear(mesh, Count), folder);
        Distances("box", distance, KernelScene.PointsInBox(mesh, Count), folder);
        if (folder is not null)
            File.WriteAllBytes(Path.Combine(folder, "mesh.ply"), PlyWriter.Write(mesh));
        Teeth();
        Solids(mesh, distance);
    }

    private static void Distances(string name, SignedDistance distance, Vec3[] points, string? folder)
    {
        points = Rounded(points);
        double[] closest = new double[points.Length];
        bool[] inside = new bool[points.Length];
        double unsigned = Best(() => Fill(points, closest, p => distance.Bvh.Closest(p).DistanceMm), Count);
        double side = Best(() => Fill(points, inside, distance.IsInside), Count);
        Print($"closest-{name}-us", unsigned);
        Print($"side-{name}-us", side);
        Print($"side-by-closest-{name}", side / unsigned);
        if (folder is null)
            return;
        using var writer = new BinaryWriter(File.Create(Path.Combine(folder, name + ".bin")));
        for (int i = 0; i < points.Length; i++)
        {
            writer.Write((float)points[i].X);
            writer.Write((float)points[i].Y);
            writer.Write((float)points[i].Z);
            writer.Write((float)closest[i]);
        }

        File.WriteAllText(
            Path.Combine(folder, name + ".us"), unsigned.ToString("R", CultureInfo.InvariantCulture));
    }

    private static void Teeth()
    {
        var context = new RunContext();
        TriangleMesh mesh = KernelScene.Tooth();
        CollisionBody body = CollisionBody.Build(mesh, context);
        Print("body-ms", Best(() => CollisionBody.Build(mesh, context), 1000));
        foreach (double apart in new[] { 8.8, 9.3, 20 })
        {
            var pose = new RigidTransform(Rotation.About(Vec3.UnitY, 0.1), new Vec3(apart, 0.4, 0.3));
            Approach approach = Penetration.Between(body, RigidTransform.Identity, body, pose);
            double time = Best(
                () =>
                {
                    for (int i = 0; i < 200; i++)
                        approach = Penetration.Between(body, RigidTransform.Identity, body, pose);
                },
                200);
            Print($"pair-{approach.ClearanceMm:F2}-us", time);
        }
    }

    private static void Solids(TriangleMesh mesh, SignedDistance distance)
    {
        var context = new RunContext();
        VoxelSolid solid = VoxelSolid.FromMesh(distance, 0.3, context);
        Print("solid-from-mesh-ms", Best(() => VoxelSolid.FromMesh(distance, 0.3, context), 1000));
        Print("solid-to-mesh-ms", Best(() => solid.ToMesh(context), 1000));
        Console.WriteLine($"solid: {solid.ToMesh(context).TriangleCount} faces of {mesh.TriangleCount}");
    }

    private static void Fill<T>(Vec3[] points, T[] values, Func<Vec3, T> of)
    {
        for (int i = 0; i < points.Length; i++)
            values[i] = of(points[i]);
    }

    /// <summary>Best processor time of a run, divided by <paramref name="parts"/>: microseconds (parts = queries) or, with 1000, milliseconds.</summary>
    private static double Best(Action run, int parts)
    {
        double best = double.PositiveInfinity;
        using Process process = Process.GetCurrentProcess();
        for (int i = 0; i < Repeats; i++)
        {
            process.Refresh();
            TimeSpan start = process.UserProcessorTime;
            run();
            process.Refresh();
            best = Math.Min(best, (process.UserProcessorTime - start).TotalMicroseconds / parts);
        }

        return best;
    }

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26} {value,10:F3}"));

    private static TriangleMesh Rounded(TriangleMesh mesh) => mesh.WithVertices(Rounded(mesh.Vertices.ToArray()));

    private static Vec3[] Rounded(Vec3[] points) => [.. points.Select(p => new Vec3((float)p.X, (float)p.Y, (float)p.Z))];
}
