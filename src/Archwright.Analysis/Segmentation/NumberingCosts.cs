using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// What speaks against a number, in thirds of a nat: the classifier's surprise, distances that published widths do not allow,
/// teeth passed over by how rarely they are missing (agenesis and loss; Polder et al. 2004, doi 10.1111/j.1600-0528.2004.00158.x:
/// premolars and upper laterals most, canines hardly ever), clusters left out, and crowns that are wider or narrower than the published
/// width of a number's tooth in a patient whose teeth are as large as these.
/// </summary>
internal sealed class NumberingCosts
{
    private const double Evidence = 3;
    private const double Certain = 14;
    private const double DistanceDeviationMm = 1.6;
    private const double SmallToothMm2 = 15;
    private const double SmallMolarMm2 = 30;
    private const double Flat = 3;
    private const double CertainToothMm2 = 50;

    // of the logarithm of a crown's width: clusters show it to 0.1 on changed synthetic arches, the rest is one patient's variation
    private const double WidthDeviation = 0.15;
    private const double WorstWidth = 4;
    private const double LeastSure = 0.5;
    private const double MidlineReachMm = 8;
    private const double MidlineStepMm = 0.25;
    private const double UnpairedMm = 3;
    private const double MidlinePrior = 0.03;
    private const double SideDeviationMm = 2;
    private readonly ArchPath _path;
    private readonly Jaw _jaw;
    private readonly double _size;
    private readonly double _midline;

    // passed over within the row, by position
    private static readonly double[] MissingCost = [0, 4.5, 3.5, 6.5, 2.5, 2.5, 3, 4, 0];

    // what it costs that the arch ends before this many last teeth: none, the third molar, also the second, …; of people 23 % lack third molars (Carter and
    // Worthington 2015, doi 10.1177/0022034515581644), 24 % have some in the bone (2016, doi 10.1177/0022034515615857), others had them out: two sides in five
    // show one (engineering estimate)
    private static readonly double[] EndCost = [1, 0, 0.7, 3.5, 7, 10, 13, 16, 19];

    /// <summary>Costs for the clusters of one arch, whose own size of teeth is taken from them.</summary>
    public NumberingCosts(ArchPath path, Jaw jaw, IReadOnlyList<ToothCluster> clusters)
    {
        _path = path;
        _jaw = jaw;
        double[] sizes = [.. clusters.Where(c => c.Relief > LeastSure && c.WidthMm > 1 && IsTold(c)).Select(Size).Order()];
        _size = sizes.Length > 0 ? sizes[sizes.Length / 2] : 0;
        _midline = Midline([.. clusters.Where(c => c.Relief > LeastSure).Select(c => path.Along(c.Center.X, c.Center.Y))]);
    }

    /// <summary>The arch ends at a place, towards negative or positive x.</summary>
    public static double End(int place, int side) => Math.Sign(place) == side ? EndCost[8 - Math.Abs(place)] : EndCost[8];

    /// <summary>A cluster is no tooth.</summary>
    public static double LeaveOut(ToothCluster cluster) => Certain * Math.Min(1, cluster.AreaMm2 * cluster.Relief / CertainToothMm2);

    /// <summary>A cluster is the tooth of a place.</summary>
    public double Self(ToothCluster cluster, int place)
    {
        double wrongSide = Math.Max(0, (-Math.Sign(place) * (_path.Along(cluster.Center.X, cluster.Center.Y) - _midline))) / SideDeviationMm;
        double small = Math.Max(0, SmallToothMm2 - cluster.AreaMm2) / 10;

        // what gum behind the last tooth is mistaken for
        double noThirdMolar = Math.Abs(place) < 8 ? 0
            : (Flat * (1 - cluster.Relief)) + (Math.Max(0, SmallMolarMm2 - cluster.AreaMm2) / 5);
        return (-Evidence * Tempered(cluster.LogPosition, Math.Abs(place))) + (wrongSide * wrongSide) + small + noThirdMolar + Misfit(cluster, place);
    }

    /// <summary>Two clusters are one tooth of a place.</summary>
    public double Join(ToothCluster a, ToothCluster b, int place)
    {
        double apart = Apart(a, b) / WidthMm(place);
        return apart > 0.75 ? double.PositiveInfinity : 1 + (4 * apart);
    }

    /// <summary>One tooth follows another.</summary>
    public double Step(ToothCluster a, ToothCluster b, int from, int to)
    {
        double adjacent = 0.5 * (WidthMm(from) + WidthMm(to));
        double between = 0;
        double missing = 0;
        for (int p = from + 1; p < to; p++)
        {
            if (p == 0)
                continue;
            between += WidthMm(p);
            missing += MissingCost[Math.Abs(p)];
        }

        double apart = Apart(a, b);
        double tooNear = (0.92 * adjacent) - apart;
        double tooFar = (apart - adjacent - between) * (missing > 0 ? 1 : 0.7);
        double z = Math.Max(0, Math.Max(tooNear, tooFar)) / DistanceDeviationMm;

        // an open gap says that a tooth is missing more clearly than a closed one
        double closed = missing > 0 ? Math.Clamp((adjacent + (0.5 * between) - apart) / Math.Max(0.5 * between, 1), 0, 1) : 0;
        return Math.Min(z * z, 12) + missing + (1.2 * closed);
    }

    // Where the row of crowns mirrors itself best: the path's own middle may lie a tooth off.
    private static double Midline(double[] along)
    {
        double best = 0;
        double least = double.PositiveInfinity;
        for (double middle = -MidlineReachMm; middle <= MidlineReachMm; middle += MidlineStepMm)
        {
            double cost = MidlinePrior * middle * middle;
            for (int i = 0; i < along.Length; i++)
            {
                double nearest = UnpairedMm;
                for (int j = 0; j < along.Length; j++)
                {
                    if (j != i)
                        nearest = Math.Min(nearest, Math.Abs((2 * middle) - along[i] - along[j]));
                }

                cost += nearest;
            }

            if (cost < least)
                (least, best) = (cost, middle);
        }

        return best;
    }

    // How much a crown's width speaks against a place, given how large this patient's teeth are.
    private double Misfit(ToothCluster cluster, int place)
    {
        double z = (Math.Log(Math.Max(cluster.WidthMm, 1) / WidthMm(place)) - _size) / WidthDeviation;
        return Math.Min(z * z, WorstWidth);
    }

    private static bool IsTold(ToothCluster cluster) => cluster.LogPosition.Skip(1).Max() > Math.Log(LeastSure);

    // Logarithm of a crown's width against the published one, expected over the places it may be.
    private double Size(ToothCluster cluster)
    {
        double sum = 0;
        double all = 0;
        for (int position = 1; position <= 8; position++)
        {
            double share = Math.Exp(cluster.LogPosition[position]);
            sum += share * Math.Log(cluster.WidthMm / WidthMm(position));
            all += share;
        }

        return sum / all;
    }

    private double WidthMm(int place) => ToothNorms.Of(ToothId.FromFdi((_jaw == Jaw.Upper ? 10 : 40) + Math.Abs(place))).MesiodistalMm;

    private static double Apart(ToothCluster a, ToothCluster b) => Vec3.Distance(a.Center with { Z = 0 }, b.Center with { Z = 0 });

    // Kinds are told well, places within a kind less so: some of the belief in a tooth is belief in its neighbour of the same kind.
    private static double Tempered(double[] log, int position)
    {
        double own = 0.01;
        for (int other = 1; other <= 8; other++)
        {
            double share = other == position ? 0.55
                : KindOf(other) == KindOf(position) ? 0.4 / Math.Abs(other - position)
                : Math.Abs(other - position) == 1 ? 0.03 : 0;
            own += share * Math.Exp(log[other]);
        }

        return Math.Log(own);
    }

    private static ToothClass KindOf(int position) => ToothId.FromFdi(10 + position).Class;
}
