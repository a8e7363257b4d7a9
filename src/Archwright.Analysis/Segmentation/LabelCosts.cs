using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// What each label costs each vertex, per mm²: the classifier's surprise, shared among teeth by the vertex's vote, and that a crown reaches so far.
/// </summary>
internal static class LabelCosts
{
    private const double VoteDeviationMm = 1.5;
    private const double ReachMm = 10;
    private const double LeastShare = 0.02;

    // the classifier, which knows made arches only, is less sure on real ones than it says (Guo et al. 2017, arXiv 1706.04599)
    private const double Temperature = 1.5;

    // log odds for the tooth: a vertex of the margin itself is the tooth's, as in reference labels; with it, as much of the crowns of
    // changed synthetic arches is taken for gum as of the gum for crowns
    private const double ForTheTooth = 0.5;

    /// <summary>Per vertex: cost of gingiva and of each tooth; infinite for teeth out of reach and for those that are gone.</summary>
    public static float[]?[] Of(ArchView view, PointEvidence evidence, IReadOnlyList<SolvedTooth> teeth) =>
        [.. Enumerable.Range(0, view.Mesh.VertexCount).Select(v => At(view, evidence, teeth, v))];

    /// <summary>The same for one vertex.</summary>
    public static float[] At(ArchView view, PointEvidence evidence, IReadOnlyList<SolvedTooth> teeth, int v)
    {
        float[] cost = new float[teeth.Count + 1];
        Array.Fill(cost, float.PositiveInfinity);
        cost[0] = 0;
        if (!view.InReach[v])
            return cost;
        double gum = Math.Clamp(evidence.Position[v][0], 0.001, 0.999);
        gum = 1 / (1 + Math.Exp((ForTheTooth - Math.Log(gum / (1 - gum))) / Temperature));
        cost[0] = (float)-Math.Log(gum);
        double sum = 1e-6;
        Span<double> near = stackalloc double[teeth.Count];
        for (int t = 0; t < near.Length; t++)
        {
            if (teeth[t].IsGone)
                continue;
            Vec3 d = evidence.Vote[v] - teeth[t].Center;
            double d2 = (d.X * d.X) + (d.Y * d.Y);
            near[t] = Math.Exp(-d2 / (2 * VoteDeviationMm * VoteDeviationMm));
            sum += near[t];
        }

        for (int t = 0; t < near.Length; t++)
        {
            if (teeth[t].IsGone)
                continue;
            Vec3 at = view.Mesh.Vertices[v];
            Vec3 to = at - teeth[t].Center;
            if ((to.X * to.X) + (to.Y * to.Y) < ReachMm * ReachMm)
                cost[t + 1] = (float)((teeth[t].End?.Surprise(at) ?? 0) - Math.Log((1 - gum) * Math.Max(near[t] / sum, LeastShare)));
        }

        return cost;
    }
}
