using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// How sure the borders of teeth are: along each border, the greater of how deep the crease is that it runs in and how
/// clearly the classifier changes its mind across it; the mean by count of the edges it crosses, 0–1. O(edges).
/// </summary>
internal static class BorderQuality
{
    private const double ClearCrease = 0.35;

    /// <summary>Quality and length of the border between each two labels that touch, the lower label first.</summary>
    public static SortedDictionary<(int A, int B), Border> Of(ArchView view, PointEvidence evidence, int[] label)
    {
        var borders = new SortedDictionary<(int A, int B), Border>();
        for (int v = 0; v < label.Length; v++)
        {
            foreach (int n in view.Topology.NeighboursOf(v))
            {
                if (n < v || label[n] == label[v])
                    continue;
                double crease = -Math.Min(0, Math.Min(view.Crease[v], view.Crease[n]));
                double deep = 1 - Math.Exp(-crease * crease / (ClearCrease * ClearCrease));
                double clear = label[v] == 0 || label[n] == 0 ? Math.Abs(evidence.Position[v][0] - evidence.Position[n][0]) : 0;
                (int, int) pair = (Math.Min(label[v], label[n]), Math.Max(label[v], label[n]));
                Border before = borders.GetValueOrDefault(pair);
                borders[pair] = new Border(
                    before.Edges + 1,
                    before.Sum + Math.Max(deep, clear),
                    before.LengthMm + (Vec3.Distance(view.Mesh.Vertices[v], view.Mesh.Vertices[n]) / Math.Sqrt(3)));
            }
        }

        return borders;
    }

    /// <summary>A border as the edges of the mesh it crosses.</summary>
    internal readonly record struct Border(int Edges, double Sum, double LengthMm)
    {
        /// <summary>Mean quality, 1 where there is no border.</summary>
        public double Quality => Edges > 0 ? Sum / Edges : 1;
    }
}
