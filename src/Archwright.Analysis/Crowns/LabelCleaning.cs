using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Cleans face labels so that each tooth is one patch with a calm border. Method: a few rounds of majority vote across the
/// three sides, then every patch of a tooth but its largest takes the label it borders most, and small islands of gingiva
/// inside one crown join that crown. O(n) per round; independent of the order of faces that share no side.
/// </summary>
internal static class LabelCleaning
{
    private const double IslandMaxMm2 = 3.0;

    /// <summary>The cleaned labels.</summary>
    public static int[] Clean(TriangleMesh mesh, MeshTopology topology, ReadOnlySpan<int> labels, int rounds)
    {
        int[] current = labels.ToArray();
        for (int round = 0; round < rounds; round++)
            current = Vote(topology, current);
        return MergeLeftovers(mesh, topology, current);
    }

    private static int[] Vote(MeshTopology topology, int[] labels)
    {
        var next = (int[])labels.Clone();
        for (int f = 0; f < labels.Length; f++)
        {
            int a = LabelAcross(topology, labels, f, 0);
            int b = LabelAcross(topology, labels, f, 1);
            int c = LabelAcross(topology, labels, f, 2);
            if (a >= 0 && (a == b || a == c) && a != labels[f])
                next[f] = a;
            else if (b >= 0 && b == c && b != labels[f])
                next[f] = b;
        }

        return next;
    }

    private static int LabelAcross(MeshTopology topology, int[] labels, int face, int side)
    {
        int g = topology.FaceAcross(face, side);
        return g < 0 ? -1 : labels[g];
    }

    private static int[] MergeLeftovers(TriangleMesh mesh, MeshTopology topology, int[] labels)
    {
        (int[] componentOf, int count) = topology.Patches((f, g) => labels[f] == labels[g]);
        var area = new double[count];
        var label = new int[count];
        for (int f = 0; f < labels.Length; f++)
        {
            area[componentOf[f]] += mesh.AreaVector(f).Length / 2;
            label[componentOf[f]] = labels[f];
        }

        var main = new SortedDictionary<int, int>();
        for (int c = 0; c < count; c++)
        {
            if (!main.TryGetValue(label[c], out int best) || area[c] > area[best])
                main[label[c]] = c;
        }

        var borders = new SortedDictionary<(int Component, int Label), double>();
        for (int f = 0; f < labels.Length; f++)
        {
            for (int s = 0; s < 3; s++)
            {
                int g = topology.FaceAcross(f, s);
                if (g < 0 || componentOf[g] == componentOf[f])
                    continue;
                (int from, int to) = topology.EdgeOf((3 * f) + s);
                (int, int) key = (componentOf[f], labels[g]);
                borders[key] = borders.GetValueOrDefault(key) + Vec3.Distance(mesh.Vertices[from], mesh.Vertices[to]);
            }
        }

        var target = (int[])label.Clone();
        for (int c = 0; c < count; c++)
        {
            if (main[label[c]] == c)
                continue;
            var around = borders.Where(b => b.Key.Component == c).ToList();
            if (label[c] == 0)
            {
                if (around.Count == 1 && area[c] < IslandMaxMm2)
                    target[c] = around[0].Key.Label;
            }
            else
            {
                target[c] = around.Count == 0 ? 0 : around.MaxBy(b => b.Value).Key.Label;
            }
        }

        var cleaned = new int[labels.Length];
        for (int f = 0; f < labels.Length; f++)
            cleaned[f] = target[componentOf[f]];
        return cleaned;
    }
}
