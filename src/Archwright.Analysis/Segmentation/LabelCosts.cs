using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>What each label costs each vertex, per mm²: the classifier's surprise, shared among teeth by the vertex's vote.</summary>
internal static class LabelCosts
{
    private const double VoteDeviationMm = 1.5;
    private const double ReachMm = 10;
    private const double LeastShare = 0.02;

    // the classifier, which knows made arches only, is less sure on real ones than it says (Guo et al. 2017, arXiv 1706.04599)
    private const double Temperature = 1.5;

    /// <summary>Per vertex: cost of gingiva and of each tooth; infinite for teeth out of reach.</summary>
    public static float[][] Of(ArchView view, PointEvidence evidence, List<NumberedCluster> teeth)
    {
        float[][] cost = new float[view.Mesh.VertexCount][];
        double[] near = new double[teeth.Count];
        for (int v = 0; v < cost.Length; v++)
        {
            cost[v] = new float[teeth.Count + 1];
            Array.Fill(cost[v], float.PositiveInfinity);
            cost[v][0] = 0;
            if (!view.InReach[v])
                continue;
            double gum = Math.Clamp(evidence.Position[v][0], 0.001, 0.999);
            gum = 1 / (1 + Math.Exp(-Math.Log(gum / (1 - gum)) / Temperature));
            cost[v][0] = (float)-Math.Log(gum);
            double sum = 1e-6;
            for (int t = 0; t < near.Length; t++)
            {
                Vec3 d = evidence.Vote[v] - teeth[t].Cluster.Center;
                double d2 = (d.X * d.X) + (d.Y * d.Y);
                near[t] = Math.Exp(-d2 / (2 * VoteDeviationMm * VoteDeviationMm));
                sum += near[t];
            }

            for (int t = 0; t < near.Length; t++)
            {
                Vec3 to = view.Mesh.Vertices[v] - teeth[t].Cluster.Center;
                if ((to.X * to.X) + (to.Y * to.Y) < ReachMm * ReachMm)
                    cost[v][t + 1] = (float)-Math.Log((1 - gum) * Math.Max(near[t] / sum, LeastShare));
            }
        }

        return cost;
    }
}
