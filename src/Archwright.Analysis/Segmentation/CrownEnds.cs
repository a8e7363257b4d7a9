using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Where the last crown of each side should end. Behind it the tuberosity or the retromolar pad may rise to the height of cusps with hardly a
/// crease between, and is taken for a part of it; but how wide the crown should be, its number and the other teeth of this patient tell.
/// </summary>
internal static class CrownEnds
{
    private const double Outermost = 0.02;
    private const int FewestTeeth = 3;

    /// <summary>
    /// The teeth with the end of the last one of each side, where that can be told. Method: the width published for its number
    /// (<see cref="ToothNorms"/>), as much larger as other crowns of its class are here than theirs (of all classes where there is none), from its
    /// mesial end on. O(vertices log vertices) a tooth.
    /// </summary>
    /// <param name="view">The arch.</param>
    /// <param name="label">Labels as they are so far: 0 gingiva, else one more than the tooth's place in <paramref name="teeth"/>.</param>
    /// <param name="teeth">The teeth.</param>
    public static SolvedTooth[] Of(ArchView view, int[] label, SolvedTooth[] teeth)
    {
        int[] row = [.. Enumerable.Range(0, teeth.Length).OrderBy(t => teeth[t].Id.ArchPlace)];
        Span?[] spans = [.. teeth.Select((_, t) => SpanOf(view, label, t + 1))];
        SolvedTooth[] ended = [.. teeth];
        if (teeth.Length < FewestTeeth)
            return ended;
        foreach ((int last, int side) in (ReadOnlySpan<(int, int)>)[(row[0], -1), (row[^1], 1)])
        {
            ToothNorms norms = ToothNorms.Of(teeth[last].Id);
            if (Math.Sign(teeth[last].Id.ArchPlace) != side || spans[last] is not { } own || Size(row[1..^1], teeth[last].Id.Class) is not { } size)
                continue;
            ended[last] = teeth[last] with
            {
                End = new CrownEnd(-own.Mesial, (size * norms.MesiodistalMm) - own.MesialEndMm, size * norms.WidthDeviationMm),
            };
        }

        return ended;

        // median of the crowns' widths over the published ones
        double? Size(int[] others, ToothClass kind)
        {
            int[] seen = [.. others.Where(t => spans[t] is not null)];
            int[] alike = [.. seen.Where(t => teeth[t].Id.Class == kind)];
            double[] sizes = [.. (alike.Length > 0 ? alike : seen).Select(t => spans[t]!.Value.WidthMm / ToothNorms.Of(teeth[t].Id).MesiodistalMm).Order()];
            return sizes.Length > 0 ? 0.5 * (sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) : null;
        }
    }

    // between the places along the arch beyond which a few hundredths of the crown's area lie; null where a label has no area
    private static Span? SpanOf(ArchView view, int[] label, int of)
    {
        int[] own = [.. Enumerable.Range(0, label.Length).Where(v => label[v] == of)];
        double all = own.Sum(v => view.AreaMm2[v]);
        if (all <= 0)
            return null;
        Vec3 center = own.Aggregate(Vec3.Zero, (sum, v) => sum + (view.Mesh.Vertices[v] * view.AreaMm2[v])) / all;
        (Vec3 mesial, Vec3 _) = ArchPath.Directions(center.X, center.Y);
        (double AtMm, double AreaMm2)[] along = [.. own.Select(v => (Vec3.Dot(view.Mesh.Vertices[v], mesial), view.AreaMm2[v])).OrderBy(p => p.Item1)];
        return new Span(mesial, Beyond(along), Beyond([.. along.Reverse()]));

        double Beyond((double AtMm, double AreaMm2)[] points)
        {
            double sum = 0;
            return Array.Find(points, p => (sum += p.AreaMm2) >= Outermost * all).AtMm;
        }
    }

    /// <summary>A crown's ends along the direction <paramref name="Mesial"/>.</summary>
    private readonly record struct Span(Vec3 Mesial, double DistalEndMm, double MesialEndMm)
    {
        public double WidthMm => MesialEndMm - DistalEndMm;
    }
}
