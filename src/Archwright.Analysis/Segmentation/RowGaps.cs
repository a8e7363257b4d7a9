using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Looks where the numbers of a row leave a place free whether something damaged stands there, which numbering passed over for its looks: a
/// stump gathers few votes for its middle, and those of a broken front tooth run to its neighbour. What is found takes the free number by its
/// place alone and is so unsure that the gate holds it back; all other numbers stay as they were.
/// </summary>
internal static class RowGaps
{
    private const double LeastStumpMm2 = 12;
    private const double MostOneWay = 0.85;
    private const double DoubleWidth = 1.2;
    private const double LeastPartMm2 = 10;
    private const int Rounds = 5;
    private const int FewestTeeth = 4;

    /// <summary>
    /// The teeth with those pieces of surface that the classifier takes for tooth and no tooth has claimed, of <see cref="LeastStumpMm2"/> or
    /// more, between two teeth whose numbers leave a place free; and the labels with them. O(vertices · teeth).
    /// </summary>
    /// <param name="view">The arch.</param>
    /// <param name="evidence">What the classifier says.</param>
    /// <param name="label">Labels: 0 gingiva, else one more than the tooth's place in <paramref name="teeth"/>; changed where a piece is claimed.</param>
    /// <param name="teeth">The teeth.</param>
    /// <param name="sureness">How sure the number of such a piece is.</param>
    public static SolvedTooth[] WithStumps(ArchView view, PointEvidence evidence, int[] label, SolvedTooth[] teeth, double sureness)
    {
        var all = new List<SolvedTooth>(teeth);
        foreach (List<int> piece in Pieces(view, evidence, label).OrderByDescending(p => p.Sum(v => view.AreaMm2[v])))
        {
            Vec3 middle = piece.Aggregate(Vec3.Zero, (sum, v) => sum + (view.Mesh.Vertices[v] * view.AreaMm2[v])) / piece.Sum(v => view.AreaMm2[v]);
            Vec3 center = middle with { Z = 0 };
            if (Place(view, label, all, center) is not { } id)
                continue;
            int at = all.FindIndex(t => t.Id == id);
            var stump = new SolvedTooth(id, center, sureness);
            if (at < 0)
                all.Add(stump);
            else
                all[at] = stump;
            foreach (int v in piece)
                label[v] = (at < 0 ? all.Count - 1 : at) + 1;
        }

        return [.. all];
    }

    // connected surface that is tooth to the classifier and gum to the labels
    private static List<List<int>> Pieces(ArchView view, PointEvidence evidence, int[] label)
    {
        // not the fringe that every crown leaves along its margin, which links all pieces
        bool[] isFree = [.. Enumerable.Range(0, label.Length).Select(v => IsUnclaimed(view, evidence, label, v) && !view.Touches(v, n => label[n] != 0))];
        var pieces = new List<List<int>>();
        for (int seed = 0; seed < isFree.Length; seed++)
        {
            if (!isFree[seed])
                continue;
            List<int> piece = [seed];
            isFree[seed] = false;
            for (int next = 0; next < piece.Count; next++)
            {
                foreach (int n in view.Topology.NeighboursOf(piece[next]))
                {
                    if (!isFree[n])
                        continue;
                    isFree[n] = false;
                    piece.Add(n);
                }
            }

            // what stands up faces many ways, a ridge of gum one
            double area = piece.Sum(v => view.AreaMm2[v]);
            Vec3 facing = piece.Aggregate(Vec3.Zero, (sum, v) => sum + (view.Normals[v] * view.AreaMm2[v]));
            if (area < LeastStumpMm2 || facing.Length > MostOneWay * area)
                continue;
            var inside = new HashSet<int>(piece);
            piece.AddRange(Enumerable.Range(0, label.Length)
                .Where(v => !inside.Contains(v) && IsUnclaimed(view, evidence, label, v) && view.Touches(v, inside.Contains)));
            pieces.Add(piece);
        }

        return pieces;
    }

    private static bool IsUnclaimed(ArchView view, PointEvidence evidence, int[] label, int v) =>
        label[v] == 0 && view.InReach[v] && evidence.Position[v][0] < 0.5;

    // the free number between the teeth on both sides, the nearest where there are several
    private static ToothId? Place(ArchView view, int[] label, List<SolvedTooth> teeth, Vec3 center)
    {
        ArchPath path = view.Pose.Path;
        bool[] isThere = new bool[teeth.Count + 1];
        foreach (int l in label)
            isThere[l] = true;
        (ToothId Id, double At)[] row =
        [
            .. teeth.Where((_, i) => isThere[i + 1]).Select(t => (t.Id, path.Along(t.Center.X, t.Center.Y))).OrderBy(t => t.Item2),
        ];
        double at = path.Along(center.X, center.Y);
        int next = Array.FindIndex(row, t => t.At > at);
        if (next < 1)
            return null;
        ((ToothId Id, double At) before, (ToothId Id, double At) after) = (row[next - 1], row[next]);
        int step = Math.Sign(after.Id.ArchPlace - before.Id.ArchPlace);
        ToothId[] free =
        [
            .. ToothId.Permanent(before.Id.Jaw)
                .Where(id => (id.ArchPlace - before.Id.ArchPlace) * step > 0 && (after.Id.ArchPlace - id.ArchPlace) * step > 0)
                .OrderBy(id => id.ArchPlace * step),
        ];
        double share = (at - before.At) / Math.Max(after.At - before.At, 1e-6);
        return free.Length == 0 ? null : free[Math.Clamp((int)(share * free.Length), 0, free.Length - 1)];
    }

    /// <summary>
    /// The teeth with front crowns parted that are much wider than theirs, in this arch, and beside which a place is free: 2-means of their
    /// surface along the arch. O(vertices · teeth).
    /// </summary>
    /// <param name="view">The arch.</param>
    /// <param name="label">Labels: 0 gingiva, else one more than the tooth's place in <paramref name="teeth"/>.</param>
    /// <param name="teeth">The teeth.</param>
    /// <param name="sureness">How sure the number of a part is.</param>
    public static SolvedTooth[] Parted(ArchView view, int[] label, SolvedTooth[] teeth, double sureness)
    {
        (ToothId Id, CrownForm? Form)[] crowns = [.. teeth.Select((t, i) => (t.Id, CrownForm.Of(view, label, i + 1)))];
        if (CrownSoundness.SizeOf(crowns) is not { } size || teeth.Length < FewestTeeth)
            return teeth;
        var parted = new List<SolvedTooth>(teeth);
        for (int t = 0; t < teeth.Length; t++)
        {
            ToothId id = teeth[t].Id;
            if (!id.IsAnterior || crowns[t].Form is not { } form || form.WidthMm < DoubleWidth * CrownNorms.WidthMm(id) * size.Width)
                continue;
            int[] own = [.. Enumerable.Range(0, label.Length).Where(v => label[v] == t + 1)];
            if (Free(parted, id) is { } free && TwoMeans(view, own) is var (low, high) && low.AreaMm2 > LeastPartMm2 && high.AreaMm2 > LeastPartMm2)
            {
                // along the arch, towards the patient's left
                bool isHigh = free.ArchPlace > id.ArchPlace == TowardsLeft(id.Jaw, low.Center, high.Center);
                parted[t] = teeth[t] with { Center = (isHigh ? low : high).Center };
                parted.Add(new SolvedTooth(free, (isHigh ? high : low).Center, sureness));
            }
        }

        return [.. parted];
    }

    // the number beside that no tooth has, front teeth first
    private static ToothId? Free(List<SolvedTooth> teeth, ToothId id)
    {
        foreach (int by in (ReadOnlySpan<int>)[id.ArchPlace > 0 ? -1 : 1, id.ArchPlace > 0 ? 1 : -1])
        {
            int place = id.ArchPlace + by == 0 ? by : id.ArchPlace + by;
            ToothId? beside = ToothId.Permanent(id.Jaw).Where(p => p.ArchPlace == place && p.IsAnterior).Select(p => (ToothId?)p).FirstOrDefault();
            if (beside is { } free && !teeth.Exists(o => o.Id == free))
                return free;
        }

        return null;
    }

    // +x is the patient's left in a lower arch, whose occlusal side is up, and the right in an upper one
    private static bool TowardsLeft(Jaw jaw, Vec3 from, Vec3 to) => jaw == Jaw.Lower == to.X > from.X;

    private static ((Vec3 Center, double AreaMm2) Low, (Vec3 Center, double AreaMm2) High) TwoMeans(ArchView view, int[] own)
    {
        Vec3 center = own.Aggregate(Vec3.Zero, (sum, v) => sum + view.Mesh.Vertices[v]) / own.Length;
        (Vec3 mesial, Vec3 _) = ArchPath.Directions(center.X, center.Y);
        double[] along = [.. own.Select(v => Vec3.Dot(view.Mesh.Vertices[v], mesial)).Order()];
        (double a, double b) = (along[along.Length / 10], along[along.Length * 9 / 10]);
        (Vec3 Sum, double Area)[] part = new (Vec3, double)[2];
        for (int round = 0; round < Rounds; round++)
        {
            part = new (Vec3, double)[2];
            foreach (int v in own)
            {
                double at = Vec3.Dot(view.Mesh.Vertices[v], mesial);
                ref (Vec3 Sum, double Area) into = ref part[Math.Abs(at - a) <= Math.Abs(at - b) ? 0 : 1];
                into = (into.Sum + (view.Mesh.Vertices[v] * view.AreaMm2[v]), into.Area + view.AreaMm2[v]);
            }

            (a, b) = (Vec3.Dot(Middle(part[0]), mesial), Vec3.Dot(Middle(part[1]), mesial));
        }

        return ((Middle(part[0]) with { Z = 0 }, part[0].Area), (Middle(part[1]) with { Z = 0 }, part[1].Area));

        static Vec3 Middle((Vec3 Sum, double Area) part) => part.Sum / Math.Max(part.Area, 1e-9);
    }
}
