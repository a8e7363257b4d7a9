using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary><c>clusters FOLDER WEIGHTS NAME</c>: what the votes gathered into, for finding failures.</summary>
internal static class ClusterDump
{
    public static void Run(ReadOnlySpan<string> args)
    {
        string wanted = args[2];
        PointNetwork network = PointNetwork.Read(File.ReadAllBytes(args[1]));
        foreach (LabelledMesh arch in RealScans.All(args[0]).Where(a => a.Name.Contains(wanted, StringComparison.Ordinal)))
        {
            ArchPose pose = ArchPoseFinder.Find(arch.Mesh)!;
            ArchView view = ArchView.Of(arch.Mesh, pose);
            PointEvidence evidence = PointEvidence.Of(view, network, new RunContext());
            List<ToothCluster> clusters = ToothVotes.Gather(view, evidence);
            (List<NumberedCluster> teeth, double cost) = ToothNumbering.Number(clusters, pose.Path, arch.IsUpper ? Jaw.Upper : Jaw.Lower);
            Console.WriteLine($"{arch.Name} cost {cost:0.0}");
            foreach (ToothCluster c in clusters)
            {
                int[] near = [.. Enumerable.Range(0, arch.Labels.Length).Where(v => arch.Labels[v] != 0)
                    .GroupBy(v => arch.Labels[v]).Select(g => (g.Key, D: Math.Sqrt(g.Min(v => Math.Pow(view.Mesh.Vertices[v].X - c.Center.X, 2) + Math.Pow(view.Mesh.Vertices[v].Y - c.Center.Y, 2)))))
                    .OrderBy(g => g.D).Take(1).Select(g => g.Key)];
                string place = string.Join('+', teeth.Where(t => (t.Cluster.Center - c.Center).Length < 4).Select(t => t.Place));
                Console.WriteLine($"  s {pose.Path.Along(c.Center.X, c.Center.Y),6:0.0} at {c.Center.X,5:0.0} {c.Center.Y,5:0.0} area {c.AreaMm2,5:0} true {near[0]} given {place,3}: {string.Join(' ', c.LogPosition.Skip(1).Select(l => $"{l,5:0.0}"))}");
            }
        }
    }
}
