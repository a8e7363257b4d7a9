using Archwright.Dental;
using MathNet.Numerics.Statistics;

namespace Archwright.Planning.Setup;

/// <summary>
/// Tip, inclination and rotation each tooth of an arch is to have. Norms are a population's mean: a tooth may differ from
/// them by what is natural, and the more disordered the arch, the less its present angles are believed. Method: the
/// conditional mean of a normal prior (norm, natural spread) given the present angle, whose disorder is estimated from the
/// whole arch (empirical Bayes; Efron and Morris 1973, doi 10.1080/01621459.1973.10481350).
/// </summary>
internal static class AngleAims
{
    // spread among well-aligned dentitions, degrees; engineering default, no clinical source
    private const double NaturalTipDeg = 2.5;
    private const double NaturalTorqueDeg = 3.5;
    private const double NaturalRotationDeg = 2.5;

    // a front tooth's turn is seen at once; what is natural in it is little
    private const double NaturalFrontRotationDeg = 1;

    // a median this many standard errors from zero is believed half
    private const double SharedErrors = 2;

    // the long axis of a crown without a root is known to about this, so its tip differs from the norm by as much unseen
    private const double CrownAxisDoubtDeg = 4;

    // a facial surface this far from its norm is not seen whole (half-erupted, worn, restored): it tells nothing
    private const double CredibleDeg = 30;

    /// <summary>
    /// Sets tip and inclination. With <paramref name="normWeight"/> 0 the present angles are kept, with 1 the norms count in
    /// full. Where a torque preset asks for another inclination than the norm, the front or side it names goes to norm and preset as
    /// a whole, each of its teeth keeping what it naturally differs from the others: who prescribes an inclination has judged the face.
    /// </summary>
    public static void SetInclinations(ArchTemplate arch, double normWeight, TorquePreferences presets)
    {
        arch.TipDeg = Aims(
            arch, [.. arch.Teeth.Select(t => t.TipDeg)], [.. arch.Teeth.Select(t => t.Norms.TipDeg)], TipSpread(arch), normWeight, CredibleDeg);
        double[] torque = [.. arch.Teeth.Select(t => t.TorqueDeg)];
        double[] norms = [.. arch.Teeth.Select(t => t.Norms.TorqueDeg)];
        double[] off = [.. torque.Zip(norms, (t, n) => t - n)];
        double[] shared = Shared(arch, off, NaturalTorqueDeg);
        foreach (bool front in new[] { true, false })
        {
            int[] segment = Segment(arch, off, front);
            double preset = segment.Length == 0 ? 0 : presets.Of(arch.Teeth[segment[0]].Tooth.Id);
            if (preset == 0)
                continue;
            double turn = normWeight * (preset - segment.Select(i => off[i]).Median());
            foreach (int i in segment)
            {
                torque[i] += turn;
                shared[i] = preset;
            }
        }

        arch.TorqueDeg = Aims(
            arch, torque, [.. norms.Zip(shared, (n, s) => n + s)], NaturalTorqueDeg, normWeight, CredibleDeg);
    }

    /// <summary>Sets rotations from the present turn of each tooth against the line of occlusion.</summary>
    public static void SetRotations(ArchTemplate arch, double[] presentDeg) =>
        arch.RotationDeg = Aims(arch, presentDeg, new double[presentDeg.Length], NaturalRotationDeg, 1, 180, NaturalFrontRotationDeg);

    // An arch's front or side as a whole may be inclined off the norm (upright or proclined incisors, narrow jaws): a matter
    // of the face, not of disorder, and no reason to move every root. It is the median of the offsets of front or side teeth,
    // shrunk by its own doubt (positive-part James–Stein): many teeth of one mind are believed, a few that differ are not.
    private static double[] Shared(ArchTemplate arch, double[] off, double natural)
    {
        var shared = new double[off.Length];
        foreach (bool front in new[] { true, false })
        {
            int[] group = Segment(arch, off, front);
            if (group.Length < 3)
                continue;
            double middle = group.Select(i => off[i]).Median();
            double spread = Math.Max(natural, group.Select(i => Math.Abs(off[i] - middle)).Median() / 0.6745);
            // the median's variance is π/2 times the mean's
            double doubt = Math.PI / 2 * spread * spread / group.Length;
            double errors = middle * middle / doubt;
            double believed = Math.Max(0, 1 - (SharedErrors * SharedErrors / 2 / Math.Max(errors, 1e-9)));
            foreach (int i in group)
                shared[i] = middle * believed;
        }

        return shared;
    }

    private static int[] Segment(ArchTemplate arch, double[] off, bool front) =>
    [
        .. Enumerable.Range(0, off.Length).Where(i =>
            arch.Teeth[i].Tooth.Id.IsAnterior == front && arch.Teeth[i].Tooth.Id.Position != 8 && Math.Abs(off[i]) <= CredibleDeg),
    ];

    private static double TipSpread(ArchTemplate arch) =>
        arch.Teeth.Any(t => t.Tooth.RootSource == RootSource.Template)
            ? Math.Sqrt((NaturalTipDeg * NaturalTipDeg) + (CrownAxisDoubtDeg * CrownAxisDoubtDeg))
            : NaturalTipDeg;

    private static double[] Aims(ArchTemplate arch, double[] present, double[] norm, double natural, double normWeight, double credible, double front = 180)
    {
        double[] off = [.. present.Zip(norm, (p, n) => p - n)];
        double[] sizes = [.. off.Select(Math.Abs).Order()];
        // the median absolute deviation of a normal variable is 0.6745 of its standard deviation
        double spread = sizes[sizes.Length / 2] / 0.6745;
        double variance = natural * natural;
        double believed = variance / (variance + Math.Max(0, (spread * spread) - variance));
        var aims = new double[off.Length];
        for (int i = 0; i < aims.Length; i++)
        {
            // third molars have no norm worth reaching for
            double weight = arch.Teeth[i].Tooth.Id.Position == 8 || Math.Abs(off[i]) > credible ? 0 : normWeight;
            double kept = off[i] * (1 - (weight * (1 - believed)));
            double limit = Math.Min(natural, arch.Teeth[i].Tooth.Id.IsAnterior ? front : natural) + ((1 - weight) * 90);
            aims[i] = norm[i] + Math.Clamp(kept, -limit, limit);
        }

        return aims;
    }
}
