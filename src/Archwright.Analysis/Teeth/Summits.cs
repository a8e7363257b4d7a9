using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Summits of a height over part of a surface with their prominence: how far one must come down from it to reach a higher one
/// (persistence of superlevel sets, Edelsbrunner, Letscher and Zomorodian 2002, doi 10.1007/s00454-002-2885-2). O(n log n).
/// </summary>
internal static class Summits
{
    /// <summary>Summits in order of height, then of index; the highest of each connected part is as prominent as it stands over the lowest point.</summary>
    /// <param name="topology">Who neighbours whom.</param>
    /// <param name="height">Per vertex; NaN where it takes no part.</param>
    public static List<(int Vertex, double Prominence)> Of(MeshTopology topology, double[] height)
    {
        int[] parent = new int[height.Length];
        Array.Fill(parent, -1);
        int Root(int v)
        {
            while (parent[v] != v)
                v = parent[v] = parent[parent[v]];
            return v;
        }

        int[] order = [.. Enumerable.Range(0, height.Length).Where(v => !double.IsNaN(height[v])).OrderByDescending(v => height[v]).ThenBy(v => v)];
        var found = new List<(int Vertex, double Prominence)>();
        foreach (int v in order)
        {
            parent[v] = v;
            foreach (int n in topology.NeighboursOf(v))
            {
                if (parent[n] < 0 || Root(n) == Root(v))
                    continue;
                (int high, int low) = IsHigher(Root(n), Root(v)) ? (Root(n), Root(v)) : (Root(v), Root(n));
                if (low != v)
                    found.Add((low, height[low] - height[v]));
                parent[low] = high;
            }
        }

        bool IsHigher(int a, int b) => height[a] > height[b] || (height[a] == height[b] && a < b);
        foreach (int v in order)
        {
            if (parent[v] == v)
                found.Add((v, height[v] - height[order[^1]]));
        }

        return [.. found.OrderByDescending(s => height[s.Vertex]).ThenBy(s => s.Vertex)];
    }
}
