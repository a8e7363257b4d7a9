namespace Archwright.Analysis;

/// <summary>
/// How sure the borders of teeth are: along each border, the greater of how deep the crease is that it runs in and how
/// clearly the classifier changes its mind across it; the mean by length, 0–1. O(edges).
/// </summary>
internal static class BorderQuality
{
    private const double ClearCrease = 0.35;

    /// <summary>One number per label; 1 for a label without border.</summary>
    public static double[] Of(ArchView view, PointEvidence evidence, int[] label, int labels)
    {
        double[] sum = new double[labels];
        double[] length = new double[labels];
        for (int v = 0; v < label.Length; v++)
        {
            foreach (int n in view.Topology.NeighboursOf(v))
            {
                if (n < v || label[n] == label[v])
                    continue;
                double crease = -Math.Min(0, Math.Min(view.Crease[v], view.Crease[n]));
                double deep = 1 - Math.Exp(-crease * crease / (ClearCrease * ClearCrease));
                double clear = label[v] == 0 || label[n] == 0 ? Math.Abs(evidence.Position[v][0] - evidence.Position[n][0]) : 0;
                double quality = Math.Max(deep, clear);
                foreach (int l in (ReadOnlySpan<int>)[label[v], label[n]])
                {
                    sum[l] += quality;
                    length[l]++;
                }
            }
        }

        return [.. sum.Select((s, l) => length[l] > 0 ? s / length[l] : 1)];
    }
}
