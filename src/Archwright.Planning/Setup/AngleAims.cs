using Archwright.Dental;

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

    // the long axis of a crown without a root is known to about this, so its tip differs from the norm by as much unseen
    private const double CrownAxisDoubtDeg = 4;

    // a facial surface this far from its norm is not seen whole (half-erupted, worn, restored): it tells nothing
    private const double CredibleDeg = 30;

    /// <summary>
    /// Sets tip and inclination. With <paramref name="normWeight"/> 0 the present angles are kept, with 1 the norms count in
    /// full.
    /// </summary>
    public static void SetInclinations(ArchTemplate arch, double normWeight)
    {
        arch.TipDeg = Aims(
            arch, [.. arch.Teeth.Select(t => t.TipDeg)], [.. arch.Teeth.Select(t => t.Norms.TipDeg)], TipSpread(arch), normWeight, CredibleDeg);
        arch.TorqueDeg = Aims(
            arch, [.. arch.Teeth.Select(t => t.TorqueDeg)], [.. arch.Teeth.Select(t => t.Norms.TorqueDeg)], NaturalTorqueDeg, normWeight, CredibleDeg);
    }

    /// <summary>Sets rotations from the present turn of each tooth against the line of occlusion.</summary>
    public static void SetRotations(ArchTemplate arch, double[] presentDeg) =>
        arch.RotationDeg = Aims(arch, presentDeg, new double[presentDeg.Length], NaturalRotationDeg, 1, 180);

    private static double TipSpread(ArchTemplate arch) =>
        arch.Teeth.Any(t => t.Tooth.RootSource == RootSource.Template)
            ? Math.Sqrt((NaturalTipDeg * NaturalTipDeg) + (CrownAxisDoubtDeg * CrownAxisDoubtDeg))
            : NaturalTipDeg;

    private static double[] Aims(ArchTemplate arch, double[] present, double[] norm, double natural, double normWeight, double credible)
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
            double limit = natural + ((1 - weight) * 90);
            aims[i] = norm[i] + Math.Clamp(kept, -limit, limit);
        }

        return aims;
    }
}
