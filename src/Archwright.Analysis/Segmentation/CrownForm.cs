using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>How high the parts of a found crown stand over its gum, and how wide it is. Arch frame, mm.</summary>
/// <param name="HeightMm">Mean of the highest points of its mesial, middle and distal third.</param>
/// <param name="MesialMm">Highest point of its mesial third.</param>
/// <param name="DistalMm">Highest point of its distal third.</param>
/// <param name="FacialMm">Mean of the highest points of the thirds within its facial outer part, over the facial gum.</param>
/// <param name="LingualMm">The same of its lingual outer part.</param>
/// <param name="WidthMm">Mesiodistal width, between the outermost hundredths of its area.</param>
/// <param name="Center">Middle of its surface.</param>
internal sealed record CrownForm(double HeightMm, double MesialMm, double DistalMm, double FacialMm, double LingualMm, double WidthMm, Vec3 Center)
{
    private const double Outermost = 0.02;

    // the gum is measured before and behind the middle of the crown: towards its neighbours it rises into papillae
    private const double MarginShare = 0.7;

    // cusps stand outside this share of half the depth, fissures inside
    private const double OuterShare = 0.35;

    /// <summary>Its parts, in the order of <see cref="CrownPart"/>.</summary>
    public double[] PartsMm => [HeightMm, MesialMm, DistalMm, FacialMm, LingualMm];

    /// <summary>The form of the crown with a label; null where it has no surface or no gum before and behind it. O(vertices).</summary>
    /// <param name="view">The arch.</param>
    /// <param name="label">Labels of its vertices, 0 gingiva.</param>
    /// <param name="of">The crown's label.</param>
    public static CrownForm? Of(ArchView view, int[] label, int of)
    {
        int[] own = [.. Enumerable.Range(0, label.Length).Where(v => label[v] == of)];
        double area = own.Sum(v => view.AreaMm2[v]);
        if (area <= 0)
            return null;
        Vec3 center = own.Aggregate(Vec3.Zero, (sum, v) => sum + (view.Mesh.Vertices[v] * view.AreaMm2[v])) / area;
        (Vec3 mesial, Vec3 facial) = ArchPath.Directions(center.X, center.Y);
        (double distalEnd, double mesialEnd) = Ends(mesial);
        (double lingualEnd, double facialEnd) = Ends(facial);
        (double facialMargin, double lingualMargin) = (Margin(1), Margin(-1));
        if (double.IsNaN(facialMargin) && double.IsNaN(lingualMargin))
            return null;
        facialMargin = double.IsNaN(facialMargin) ? lingualMargin : facialMargin;
        lingualMargin = double.IsNaN(lingualMargin) ? facialMargin : lingualMargin;
        double margin = 0.5 * (facialMargin + lingualMargin);
        double[,] top = new double[3, 3];
        double[] whole = new double[3];
        foreach (int v in own)
        {
            int third = Math.Abs(Along(v)) < 1 / 3.0 ? 1 : Along(v) > 0 ? 0 : 2;
            int band = Math.Abs(Across(v)) < OuterShare ? 1 : Across(v) > 0 ? 0 : 2;

            // a tooth that leans is as high over the gum of either side, one whose gum is high on one side as high over both: whichever speaks for it
            double gum = Math.Min(margin, band == 0 ? facialMargin : band == 2 ? lingualMargin : margin);
            top[third, band] = Math.Max(top[third, band], view.Mesh.Vertices[v].Z - gum);
            whole[third] = Math.Max(whole[third], view.Mesh.Vertices[v].Z - margin);
        }

        double Band(int b) => Enumerable.Range(0, 3).Average(t => top[t, b]);
        return new CrownForm(whole.Average(), whole[0], whole[2], Band(0), Band(2), mesialEnd - distalEnd, center);

        // −1 … 1 from end to end
        double Along(int v) => Share(Vec3.Dot(view.Mesh.Vertices[v] - center, mesial), distalEnd, mesialEnd);
        double Across(int v) => Share(Vec3.Dot(view.Mesh.Vertices[v] - center, facial), lingualEnd, facialEnd);

        (double Low, double High) Ends(Vec3 way)
        {
            (double At, double AreaMm2)[] along = [.. own.Select(v => (Vec3.Dot(view.Mesh.Vertices[v] - center, way), view.AreaMm2[v])).OrderBy(p => p.Item1)];
            return (Beyond(along, area), Beyond([.. along.Reverse()], area));
        }

        double Margin(int side)
        {
            double[] levels =
            [
                .. own.Where(v => Math.Abs(Along(v)) < MarginShare && Across(v) * side > 0 && view.Touches(v, n => label[n] == 0)).Select(v => view.Mesh.Vertices[v].Z),
            ];
            return levels.Length > 0 ? levels.Average() : double.NaN;
        }
    }

    private static double Share(double at, double low, double high) => (at - (0.5 * (low + high))) / Math.Max(0.5 * (high - low), 0.1);

    private static double Beyond((double At, double AreaMm2)[] points, double all)
    {
        double sum = 0;
        return Array.Find(points, p => (sum += p.AreaMm2) >= Outermost * all).At;
    }
}
