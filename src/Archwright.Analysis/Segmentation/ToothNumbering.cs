using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>A cluster, or two as one, with its place in the arch.</summary>
/// <param name="Cluster">What was found.</param>
/// <param name="Place">−8 … −1 on the side of negative x, 1 … 8 on the other.</param>
internal readonly record struct NumberedCluster(ToothCluster Cluster, int Place);

/// <summary>
/// Numbers clusters along the arch. Method: dynamic programming over clusters in order and places in order; a cluster may be
/// left out or joined with the next. The cost of a number is the classifier's mean surprise; of a step, how far the distance
/// of the two middles is from what published widths allow, and a price for each tooth passed over.
/// Complexity: O(clusters² · places²).
/// </summary>
internal static class ToothNumbering
{
    private const double Evidence = 3;
    private const double PerMissing = 2.2;
    private const double DistanceDeviationMm = 1.6;
    private const double FullToothMm2 = 30;
    private static readonly int[] Places = [-8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8];

    // what it costs that the arch ends before this many last teeth: none, the third molar, also the second, …
    private static readonly double[] EndCost = [0, 0, 0.7, 3.5, 7, 10, 13, 16];

    /// <summary>The cheapest numbering and its cost per cluster.</summary>
    public static (List<NumberedCluster> Teeth, double Cost) Number(List<ToothCluster> clusters, ArchPath path, Jaw jaw, double scale)
    {
        int n = clusters.Count;
        var best = new Dictionary<(int End, int Place), (double Cost, (int, int)? From, ToothCluster Own)>();
        double[] skipped = new double[n + 1];
        for (int i = 0; i < n; i++)
            skipped[i + 1] = skipped[i] + LeaveOut(clusters[i]);
        for (int end = 1; end <= n; end++)
        {
            foreach (int place in Places)
            {
                for (int size = 1; size <= Math.Min(2, end); size++)
                {
                    ToothCluster own = size == 1 ? clusters[end - 1] : clusters[end - 2].With(clusters[end - 1]);
                    double join = size == 1 ? 0 : JoinCost(clusters[end - 2], clusters[end - 1], place, jaw, scale);
                    if (double.IsPositiveInfinity(join))
                        continue;
                    double self = join + Self(own, place, path, scale);
                    int start = end - size;
                    Offer(best, (end, place), self + skipped[start] + EndCost[8 - Math.Abs(place)] + (place > 0 ? EndCost[7] : 0), null, own);
                    for (int before = 1; before <= start; before++)
                    {
                        foreach (int from in Places)
                        {
                            if (from >= place)
                                break;
                            if (!best.TryGetValue((before, from), out var state))
                                continue;
                            double step = Step(state.Own, own, from, place, jaw, scale);
                            Offer(best, (end, place), state.Cost + self + step + skipped[start] - skipped[before], (before, from), own);
                        }
                    }
                }
            }
        }

        (int, int)? last = null;
        double least = double.PositiveInfinity;
        foreach (((int end, int place) key, var state) in best.OrderBy(b => b.Key))
        {
            double cost = state.Cost + skipped[n] - skipped[key.end] + EndCost[8 - Math.Abs(key.place)] + (key.place < 0 ? EndCost[7] : 0);
            if (cost < least)
                (least, last) = (cost, key);
        }

        var teeth = new List<NumberedCluster>();
        for ((int, int)? at = last; at is { } key; at = best[key].From)
            teeth.Insert(0, new NumberedCluster(best[key].Own, key.Item2));
        return (teeth, least);
    }

    /// <summary>Width of the tooth at a place, mm.</summary>
    public static double WidthMm(int place, Jaw jaw) =>
        ToothNorms.Of(ToothId.FromFdi((jaw == Jaw.Upper ? 10 : 40) + Math.Abs(place))).MesiodistalMm;

    private static void Offer(
        Dictionary<(int, int), (double Cost, (int, int)? From, ToothCluster Own)> best, (int, int) key, double cost, (int, int)? from, ToothCluster own)
    {
        if (!best.TryGetValue(key, out var now) || cost < now.Cost)
            best[key] = (cost, from, own);
    }

    private static double LeaveOut(ToothCluster cluster) => 5 * Math.Min(1.5, cluster.AreaMm2 / FullToothMm2);

    private static double Self(ToothCluster cluster, int place, ArchPath path, double scale)
    {
        double surprise = -Evidence * cluster.LogPosition[Math.Abs(place)];
        double wrongSide = Math.Max(0, (-Math.Sign(place) * path.Along(cluster.Center.X, cluster.Center.Y)) - 2) / (4 * scale);
        double small = Math.Max(0, (0.5 * FullToothMm2) - cluster.AreaMm2) / 10;
        return surprise + (wrongSide * wrongSide) + small;
    }

    private static double JoinCost(ToothCluster a, ToothCluster b, int place, Jaw jaw, double scale)
    {
        double apart = Vec3.Distance(a.Center with { Z = 0 }, b.Center with { Z = 0 }) / (scale * WidthMm(place, jaw));
        return apart > 0.75 ? double.PositiveInfinity : 1 + (4 * apart);
    }

    private static double Step(ToothCluster a, ToothCluster b, int from, int to, Jaw jaw, double scale)
    {
        double adjacent = 0.5 * (WidthMm(from, jaw) + WidthMm(to, jaw));
        double between = 0;
        int missing = 0;
        for (int p = from + 1; p < to; p++)
        {
            if (p == 0)
                continue;
            between += WidthMm(p, jaw);
            missing++;
        }

        double apart = Vec3.Distance(a.Center with { Z = 0 }, b.Center with { Z = 0 }) / scale;
        double miss = apart < 0.92 * adjacent ? (0.92 * adjacent) - apart : Math.Max(0, apart - (adjacent + between)) * (missing == 0 ? 0.7 : 1);
        double z = miss / DistanceDeviationMm;

        // an open gap says that a tooth is missing more clearly than a closed one
        double closed = missing == 0 ? 0 : Math.Clamp((adjacent + (0.5 * between) - apart) / Math.Max(0.5 * between, 1), 0, 1);
        return Math.Min(z * z, 12) + (missing * PerMissing) + (1.2 * closed);
    }
}
