using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Finds the teeth of an unlabelled arch.</summary>
public static class ArchSegmentation
{
    /// <summary>
    /// Labels the vertices of <paramref name="scan"/>. Method (docs/algorithms/segmentation.md): pose from the crest; a small
    /// network trained on synthetic arches gives each vertex gingiva or position and a vote for the middle of its tooth; votes
    /// gather into teeth, numbered by dynamic programming along the arch; a graph cut puts borders into creases.
    /// Frame: scan, any pose, mm. Mesh kind: one arch, faces outwards, open or closed. Bad input: problems, never a throw.
    /// </summary>
    /// <param name="scan">The scan.</param>
    /// <param name="jaw">The jaw, where it is known.</param>
    /// <param name="context">Threads and cancellation; the result is the same on any number of threads.</param>
    public static Result<SegmentedArch> Run(TriangleMesh scan, Jaw? jaw, RunContext context) =>
        Run(scan, jaw, SegmentationWeights.Network, context);

    internal static Result<SegmentedArch> Run(TriangleMesh scan, Jaw? jaw, PointNetwork network, RunContext context)
    {
        if (ArchPoseFinder.Find(scan) is not { } pose)
            return Result<SegmentedArch>.Fail(Problem.Error("segment-no-arch", "no crest of teeth was found", "scan"));
        ArchView view = ArchView.Of(scan, pose);
        PointEvidence evidence = PointEvidence.Of(view, network, context);
        List<ToothCluster> clusters = ToothVotes.Gather(view, evidence);
        if (clusters.Count < 3)
            return Result<SegmentedArch>.Fail(Problem.Error("segment-no-teeth", $"{clusters.Count} teeth were found", "scan", clusters.Count, 3, "count"));
        Jaw found = jaw ?? (evidence.UpperShare > 0.5 ? Jaw.Upper : Jaw.Lower);
        double scale = 1;
        (List<NumberedCluster> teeth, double cost) = ToothNumbering.Number(clusters, pose.Path, found, scale);
        int[] instances = LabelCut.Solve(view, evidence, Costs(view, evidence, teeth), teeth.Count + 1, context.Cancel);
        LabelIslands.Clean(view.Topology, evidence.AreaMm2, instances);
        int[] fdi = [0, .. teeth.Select(t => Fdi(t.Place, found))];
        int[] labels = [.. instances.Select(i => fdi[i])];
        return Result<SegmentedArch>.Ok(new SegmentedArch
        {
            Jaw = found,
            JawConfidence = jaw is null ? Math.Max(evidence.UpperShare, 1 - evidence.UpperShare) : 1,
            VertexLabels = [.. labels],
            Teeth = [.. teeth.Select(t => new SegmentedTooth(ToothId.FromFdi(Fdi(t.Place, found)), t.Cluster.AreaMm2, 1, 1)).OrderBy(t => t.Id)],
            OcclusalFromScan = pose.ArchFromScan,
            Doubts = [],
        });
    }

    // +x is the patient's left in a lower arch, whose occlusal side is up, and the right in an upper one
    private static int Fdi(int place, Jaw jaw) =>
        (jaw == Jaw.Upper ? (place > 0 ? 10 : 20) : (place > 0 ? 30 : 40)) + Math.Abs(place);

    private static float[][] Costs(ArchView view, PointEvidence evidence, List<NumberedCluster> teeth)
    {
        const double VoteDeviationMm = 1.5;
        const double ReachMm = 10;
        int count = view.Mesh.VertexCount;
        float[][] cost = new float[count][];
        for (int v = 0; v < count; v++)
        {
            cost[v] = new float[teeth.Count + 1];
            Array.Fill(cost[v], float.PositiveInfinity);
            cost[v][0] = 0;
            if (!view.InReach[v])
                continue;
            Vec3 p = view.Mesh.Vertices[v];
            double gum = Math.Clamp(evidence.Position[v][0], 0.02, 0.98);
            cost[v][0] = (float)-Math.Log(gum);
            double[] near = new double[teeth.Count];
            double sum = 1e-6;
            for (int t = 0; t < near.Length; t++)
            {
                Vec3 c = teeth[t].Cluster.Center;
                double d2 = Math.Pow(evidence.Vote[v].X - c.X, 2) + Math.Pow(evidence.Vote[v].Y - c.Y, 2);
                near[t] = Math.Exp(-d2 / (2 * VoteDeviationMm * VoteDeviationMm));
                sum += near[t];
            }

            for (int t = 0; t < near.Length; t++)
            {
                Vec3 c = teeth[t].Cluster.Center;
                double reach = Math.Pow(p.X - c.X, 2) + Math.Pow(p.Y - c.Y, 2);
                if (reach < ReachMm * ReachMm)
                    cost[v][t + 1] = (float)-Math.Log((1 - gum) * Math.Max(near[t] / sum, 0.02));
            }
        }

        return cost;
    }
}
