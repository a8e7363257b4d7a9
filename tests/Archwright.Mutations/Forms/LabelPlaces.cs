using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Mutations.Cases;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Labels that are well formed and wrong.</summary>
internal static class LabelPlaces
{
    public static Blow[] Blows { get; } =
    [
        Each("all gingiva", (_, _, _) => 0),
        OfTooth("all one tooth", (_, tooth, _) => tooth),
        OfTooth("gingiva is a tooth", (label, tooth, _) => label == 0 ? tooth : label),
        Each("random per face", (a, r, _) => Pick.From([.. a.Teeth, 0], r)),
        On("random at some faces", Scattered),
        On("jagged borders", Jagged),
        On("numbers shuffled among the teeth", Shuffled),
        OfTooth("two teeth exchanged", (label, s, t) => label == s ? t : label == t ? s : label),
        OfTooth("two teeth as one", (label, s, t) => label == s ? t : label),
        OfTooth("a tooth unlabelled", (label, tooth, _) => label == tooth ? 0 : label),
        OfTooth("a milk tooth", (label, tooth, _) => label == tooth ? Milk(label) : label),
        Each("milk teeth", (a, _, f) => Milk(a.Labels[f])),
        Each("sides exchanged", (a, _, f) => a.Labels[f] == 0 ? 0 : ToothId.FromFdi(a.Labels[f]).Mirrored().Fdi),
        Each("every tooth one place back", (a, _, f) => Shifted(a.Labels[f], 1)),
        Each("every tooth four places back", (a, _, f) => Shifted(a.Labels[f], 4)),
        Each("teeth of the other jaw", (a, _, f) => OtherJaw(a.Labels[f])),
        On("one tooth as two", Halved),
        On("few teeth left", FewLeft),
        Each("only one side left", (a, _, f) => a.Labels[f] != 0 && ToothId.FromFdi(a.Labels[f]).IsRight ? a.Labels[f] : 0),
        On("a tooth of one face", OneFace),
        On("labels shifted along the list", Slid),
        On("crowns cut off by a plane", Cut),
    ];

    private static Blow Each(string name, Func<ArchDraft, SeededRandom, int, int> label) => On(name, (a, r) => f => label(a, r, f));

    // two teeth drawn once, then the new label from the old one
    private static Blow OfTooth(string name, Func<int, int, int, int> label) => On(name, (a, r) =>
    {
        int one = Pick.Tooth(a, r);
        int other = Pick.Tooth(a, r);
        return f => label(a.Labels[f], one, other);
    });

    private static Blow On(string name, Func<ArchDraft, SeededRandom, Func<int, int>> labels) => new(name, (m, r) =>
    {
        ArchDraft[] arches = r.Next(3) == 0 ? [.. m.Arches] : [Pick.Arch(m, r)];
        foreach (ArchDraft arch in arches.Where(a => a.Labels.Count > 0 && a.Vertices.Count > 0))
        {
            Func<int, int> label = labels(arch, r);
            int[] changed = [.. Enumerable.Range(0, arch.Labels.Count).Select(label)];
            arch.Labels.Clear();
            arch.Labels.AddRange(changed);
        }
    });

    private static Func<int, int> Scattered(ArchDraft a, SeededRandom r)
    {
        int[] teeth = [.. a.Teeth, 0];
        double share = r.NextDouble() * 0.5;
        return f => r.NextDouble() < share ? Pick.From(teeth, r) : a.Labels[f];
    }

    private static Func<int, int> FewLeft(ArchDraft a, SeededRandom r)
    {
        int[] kept = [.. a.Teeth.Take(1 + r.Next(4))];
        return f => kept.Contains(a.Labels[f]) ? a.Labels[f] : 0;
    }

    private static Func<int, int> OneFace(ArchDraft a, SeededRandom r)
    {
        int tooth = Pick.Tooth(a, r);
        int first = a.Labels.IndexOf(tooth);
        return f => a.Labels[f] == tooth && f != first ? 0 : a.Labels[f];
    }

    private static Func<int, int> Slid(ArchDraft a, SeededRandom r)
    {
        int by = 1 + r.Next(50);
        return f => a.Labels[(f + by) % a.Labels.Count];
    }

    private static Func<int, int> Cut(ArchDraft a, SeededRandom r)
    {
        Vec3 normal = Pick.Direction(r);
        Vec3 at = Pick.From(a.Vertices, r);
        return f => Vec3.Dot(a.Vertices[a.Faces[f].A] - at, normal) > 0 ? 0 : a.Labels[f];
    }

    // A face at a border between two labels takes the other one, by chance; a few rounds.
    private static Func<int, int> Jagged(ArchDraft a, SeededRandom r)
    {
        int[] labels = [.. a.Labels];
        for (int round = 0, n = 1 + r.Next(4); round < n; round++)
        {
            var at = new Dictionary<int, int>();
            for (int f = 0; f < labels.Length; f++)
            {
                foreach (int v in new[] { a.Faces[f].A, a.Faces[f].B, a.Faces[f].C })
                {
                    if (at.TryGetValue(v, out int other) && other != labels[f] && r.Next(3) == 0)
                        labels[f] = other;
                    at[v] = labels[f];
                }
            }
        }

        return f => labels[f];
    }

    private static Func<int, int> Shuffled(ArchDraft a, SeededRandom r)
    {
        int[] teeth = a.Teeth;
        int[] mixed = [.. teeth];
        for (int i = mixed.Length - 1; i > 0; i--)
        {
            int j = r.Next(i + 1);
            (mixed[i], mixed[j]) = (mixed[j], mixed[i]);
        }

        return f => a.Labels[f] == 0 ? 0 : mixed[Array.IndexOf(teeth, a.Labels[f])];
    }

    private static Func<int, int> Halved(ArchDraft a, SeededRandom r)
    {
        int tooth = Pick.Tooth(a, r);
        int other = tooth == 0 ? 0 : ToothId.FromFdi(tooth) is { IsPrimary: false } t ? (t.Quadrant * 10) + 8 : tooth;
        Vec3 normal = Pick.Direction(r);
        double[] heights = [.. a.VerticesOf(tooth).Select(v => Vec3.Dot(a.Vertices[v], normal)).Order()];
        double middle = heights.Length == 0 ? 0 : heights[heights.Length / 2];
        return f => a.Labels[f] == tooth && tooth != 0 && Vec3.Dot(a.Vertices[a.Faces[f].A], normal) > middle ? other : a.Labels[f];
    }

    private static int Shifted(int fdi, int by) => fdi is 0 or > 50 ? fdi : (fdi / 10 * 10) + Math.Min(8, (fdi % 10) + by);

    private static int Milk(int fdi) => fdi is 0 or > 50 || fdi % 10 > 5 ? fdi : fdi + 40;

    private static int OtherJaw(int fdi) => fdi is 0 or > 50 ? fdi : ((5 - (fdi / 10)) * 10) + (fdi % 10);
}
