using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// What speaks against a number, in thirds of a nat: the classifier's surprise, distances that published widths do not allow,
/// teeth passed over by how rarely they are missing (agenesis and loss; Polder et al. 2004, doi 10.1111/j.1600-0528.2004.00158.x:
/// premolars and upper laterals most, canines hardly ever), and clusters left out.
/// </summary>
internal sealed class NumberingCosts(ArchPath path, Jaw jaw)
{
    private const double Evidence = 3;
    private const double Certain = 14;
    private const double DistanceDeviationMm = 1.6;
    private const double SmallToothMm2 = 15;
    private const double SmallMolarMm2 = 30;
    private const double Flat = 3;
    private const double CertainToothMm2 = 50;

    // passed over within the row, by position
    private static readonly double[] MissingCost = [0, 4.5, 3.5, 6.5, 2.5, 2.5, 3, 4, 0];

    // what it costs that the arch ends before this many last teeth: none, the third molar, also the second, …
    private static readonly double[] EndCost = [0, 0, 0.7, 3.5, 7, 10, 13, 16, 19];

    /// <summary>The arch ends at a place, towards negative or positive x.</summary>
    public static double End(int place, int side) => Math.Sign(place) == side ? EndCost[8 - Math.Abs(place)] : EndCost[8];

    /// <summary>A cluster is no tooth.</summary>
    public static double LeaveOut(ToothCluster cluster) => Certain * Math.Min(1, cluster.AreaMm2 * cluster.Relief / CertainToothMm2);

    /// <summary>A cluster is the tooth of a place.</summary>
    public double Self(ToothCluster cluster, int place)
    {
        double wrongSide = Math.Max(0, (-Math.Sign(place) * path.Along(cluster.Center.X, cluster.Center.Y)) - 2) / 4;
        double small = Math.Max(0, SmallToothMm2 - cluster.AreaMm2) / 10;

        // what gum behind the last tooth is mistaken for
        double noThirdMolar = Math.Abs(place) < 8 ? 0
            : (Flat * (1 - cluster.Relief)) + (Math.Max(0, SmallMolarMm2 - cluster.AreaMm2) / 5);
        return (-Evidence * Tempered(cluster.LogPosition, Math.Abs(place))) + (wrongSide * wrongSide) + small + noThirdMolar;
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

    private double WidthMm(int place) => ToothNorms.Of(ToothId.FromFdi((jaw == Jaw.Upper ? 10 : 40) + Math.Abs(place))).MesiodistalMm;

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
