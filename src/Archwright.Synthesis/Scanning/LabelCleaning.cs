using Archwright.Geometry;

namespace Archwright.Synthesis.Scanning;

/// <summary>Makes each label one connected patch, as a careful person would paint it.</summary>
internal static class LabelCleaning
{
    private const int Rounds = 4;

    /// <summary>
    /// Gives every island of a label, all but its largest patch, to the label it borders most. Changes
    /// <paramref name="labels"/> in place.
    /// </summary>
    public static void OnePatchEach(TriangleMesh mesh, int[] labels)
    {
        MeshTopology topology = MeshTopology.Of(mesh);
        for (int round = 0; round < Rounds; round++)
        {
            List<int>[] patches = Patches(topology, labels);
            var largest = patches.GroupBy(p => labels[p[0]]).Select(g => g.MaxBy(p => p.Count)!).ToHashSet();
            bool isChanged = false;
            foreach (List<int> island in patches.Where(p => !largest.Contains(p)))
            {
                int label = labels[island[0]];
                int[] borders =
                [
                    .. island.SelectMany(f => Neighbours(topology, f)).Select(n => labels[n]).Where(l => l != label)
                        .GroupBy(l => l).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key),
                ];
                if (borders.Length == 0)
                    continue;
                foreach (int face in island)
                    labels[face] = borders[0];
                isChanged = true;
            }

            if (!isChanged)
                return;
        }
    }

    private static List<int>[] Patches(MeshTopology topology, int[] labels)
    {
        (int[] patchOf, int count) = topology.Patches((f, g) => labels[f] == labels[g]);
        List<int>[] patches = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        for (int f = 0; f < patchOf.Length; f++)
            patches[patchOf[f]].Add(f);
        return patches;
    }

    private static IEnumerable<int> Neighbours(MeshTopology topology, int face)
    {
        for (int corner = 0; corner < 3; corner++)
        {
            int across = topology.FaceAcross(face, corner);
            if (across >= 0)
                yield return across;
        }
    }
}
