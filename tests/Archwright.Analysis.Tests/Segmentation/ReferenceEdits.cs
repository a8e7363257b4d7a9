using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>
/// What a person who knows the reference would correct, at most one seed a tooth: the right number, and one point in the middle of the largest
/// patch that is wrong about the tooth, with the label it should have. Reads the reference only to measure.
/// </summary>
internal static class ReferenceEdits
{
    /// <summary>The teeth of the reference that are wrong (number, or overlap below 0.7) or held back by the gate, or all.</summary>
    public static (int Truth, int Found)[] Teeth(SegmentedArch arch, int[] truth, bool all)
    {
        return [.. Matches(arch, truth).Where(m => all || m.Truth != m.Found || m.IoU < 0.7 || arch.Doubts.Any(d => d.Location == $"tooth {m.Found}"))
            .Select(m => (m.Truth, m.Found))];
    }

    /// <summary>Numbers as the reference has them; a found tooth that is none of the reference's gives its number up.</summary>
    public static LabelEdit[] Numbers(SegmentedArch arch, int[] truth)
    {
        List<(int Truth, int Found, double IoU)> matches = Matches(arch, truth);
        return
        [
            .. arch.Teeth.Select(t => t.Id.Fdi).Where(f => !matches.Exists(m => m.Found == f) && matches.Exists(m => m.Truth == f))
                .Select(f => new LabelEdit { Kind = LabelEditKind.Remove, Fdi = f }),
            .. matches.Where(t => t.Truth != t.Found).OrderBy(t => t.Truth)
                .Select(t => new LabelEdit { Kind = LabelEditKind.Renumber, Fdi = t.Found, To = t.Truth }),
        ];
    }

    /// <summary>One seed for each tooth, of an arch whose numbers are right.</summary>
    public static LabelEdit[] Seeds(SegmentedArch arch, int[] truth, IEnumerable<int> teeth, MeshTopology topology) =>
        [.. teeth.Select(t => Seed([.. arch.VertexLabels], truth, t, topology)).OfType<LabelEdit>()];

    private static LabelEdit? Seed(int[] found, int[] truth, int tooth, MeshTopology topology)
    {
        int[] patch = new int[truth.Length];
        List<int> largest = [];
        for (int first = 0; first < truth.Length; first++)
        {
            if (patch[first] != 0 || !Wrong(first))
                continue;
            List<int> own = [first];
            patch[first] = 1;
            for (int i = 0; i < own.Count; i++)
            {
                foreach (int n in topology.NeighboursOf(own[i]))
                {
                    if (patch[n] != 0 || !Wrong(n) || truth[n] != truth[first])
                        continue;
                    patch[n] = 1;
                    own.Add(n);
                }
            }

            if (own.Count > largest.Count)
                largest = own;
        }

        if (largest.Count == 0)
            return null;
        var inside = largest.ToHashSet();
        IEnumerable<int> rim = largest.Where(v => topology.NeighboursOf(v).ToArray().Any(n => !inside.Contains(n)));
        double[] depth = Geodesics.Distances(topology, rim, 20);
        int at = largest.MaxBy(v => depth[v]);
        Vec3 p = topology.Mesh.Vertices[at];
        return new LabelEdit { Kind = LabelEditKind.AddSeed, Fdi = truth[at], Point = [p.X, p.Y, p.Z] };

        bool Wrong(int v) => truth[v] != found[v] && (truth[v] == tooth || found[v] == tooth);
    }

    private static List<(int Truth, int Found, double IoU)> Matches(SegmentedArch arch, int[] truth)
    {
        var both = new SortedDictionary<(int Truth, int Found), int>();
        var ofTruth = new SortedDictionary<int, int>();
        var ofFound = new SortedDictionary<int, int>();
        for (int v = 0; v < truth.Length; v++)
        {
            (int t, int f) = (truth[v], arch.VertexLabels[v]);
            both[(t, f)] = both.GetValueOrDefault((t, f)) + 1;
            ofTruth[t] = ofTruth.GetValueOrDefault(t) + 1;
            ofFound[f] = ofFound.GetValueOrDefault(f) + 1;
        }

        var matches = new List<(int Truth, int Found, double IoU)>();
        foreach ((int t, int f, double iou) in both.Where(b => b.Key is { Truth: not 0, Found: not 0 })
            .Select(b => (b.Key.Truth, b.Key.Found, b.Value / (double)(ofTruth[b.Key.Truth] + ofFound[b.Key.Found] - b.Value)))
            .OrderByDescending(b => b.Item3))
        {
            if (!matches.Exists(m => m.Truth == t || m.Found == f))
                matches.Add((t, f, iou));
        }

        return matches;
    }
}
