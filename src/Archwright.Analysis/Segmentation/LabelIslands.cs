using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>One patch per tooth, and no speck of gum inside a tooth.</summary>
internal static class LabelIslands
{
    private const double LargestHoleMm2 = 12;

    /// <summary>
    /// Keeps the largest patch of each label above 0 and gives the others, and gum patches that are small and wholly inside teeth,
    /// to the label they border most. O(vertices).
    /// </summary>
    /// <param name="topology">Topology of the mesh.</param>
    /// <param name="area">Area per vertex, mm².</param>
    /// <param name="label">Labels, changed in place.</param>
    /// <param name="may">Vertices that may change; all where it is left out.</param>
    /// <param name="anchors">Vertices whose patch stays, as a person has put a seed there.</param>
    public static void Clean(MeshTopology topology, double[] area, int[] label, bool[]? may = null, IEnumerable<int>? anchors = null)
    {
        for (int round = 0; round < 3; round++)
        {
            (int[] patch, List<(int Label, double Area)> patches) = Patches(topology, area, label);
            int[] largest = new int[label.Max() + 1];
            Array.Fill(largest, -1);
            for (int i = 0; i < patches.Count; i++)
            {
                int l = patches[i].Label;
                if (largest[l] < 0 || patches[i].Area > patches[largest[l]].Area)
                    largest[l] = i;
            }

            bool[] isAnchored = new bool[patches.Count];
            foreach (int v in anchors ?? [])
                isAnchored[patch[v]] = true;
            var votes = new SortedDictionary<(int Patch, int Label), int>();
            for (int v = 0; v < label.Length; v++)
            {
                if (Stays(patch[v]))
                    continue;
                foreach (int n in topology.NeighboursOf(v))
                {
                    if (label[n] != label[v])
                        votes[(patch[v], label[n])] = votes.GetValueOrDefault((patch[v], label[n])) + 1;
                }
            }

            bool Stays(int p) => isAnchored[p] || largest[patches[p].Label] == p || (patches[p].Label == 0 && patches[p].Area > LargestHoleMm2);
            if (votes.Count == 0)
                return;
            var to = new SortedDictionary<int, int>();
            foreach (IGrouping<int, KeyValuePair<(int Patch, int Label), int>> group in votes.GroupBy(e => e.Key.Patch))
                to[group.Key] = group.MaxBy(e => e.Value).Key.Label;
            for (int v = 0; v < label.Length; v++)
            {
                if (may?[v] != false && !Stays(patch[v]) && to.TryGetValue(patch[v], out int l))
                    label[v] = l;
            }
        }
    }

    private static (int[] Patch, List<(int Label, double Area)> Patches) Patches(MeshTopology topology, double[] area, int[] label)
    {
        int[] patch = new int[label.Length];
        Array.Fill(patch, -1);
        var patches = new List<(int, double)>();
        var open = new Stack<int>();
        for (int first = 0; first < label.Length; first++)
        {
            if (patch[first] >= 0)
                continue;
            double sum = 0;
            patch[first] = patches.Count;
            open.Push(first);
            while (open.TryPop(out int v))
            {
                sum += area[v];
                foreach (int n in topology.NeighboursOf(v))
                {
                    if (patch[n] < 0 && label[n] == label[v])
                    {
                        patch[n] = patches.Count;
                        open.Push(n);
                    }
                }
            }

            patches.Add((label[first], sum));
        }

        return (patch, patches);
    }
}
