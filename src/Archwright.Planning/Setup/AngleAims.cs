namespace Archwright.Planning.Setup;

/// <summary>
/// Tip and inclination each tooth of an arch is to have. Norms are a population's mean: a tooth may differ from them by
/// what is natural, and the more disordered the arch, the less its present angles are believed. Method: the conditional mean
/// of a normal prior (norm, natural spread) given the present angle, whose disorder is estimated from the whole arch
/// (empirical Bayes; Efron and Morris 1973, doi 10.1080/01621459.1973.10481350).
/// </summary>
internal static class AngleAims
{
    // spread of tip and inclination among well-aligned dentitions, degrees; engineering default, no clinical source
    private const double NaturalTipDeg = 3;
    private const double NaturalTorqueDeg = 4;

    /// <summary>
    /// Sets the aims of <paramref name="arch"/>. With <paramref name="normWeight"/> 0 the present angles are kept, with 1 the
    /// norms count in full.
    /// </summary>
    public static void Set(ArchTemplate arch, double normWeight)
    {
        arch.TipDeg = Aims(arch, normWeight, NaturalTipDeg, t => t.TipDeg, t => t.Norms.TipDeg);
        arch.TorqueDeg = Aims(arch, normWeight, NaturalTorqueDeg, t => t.TorqueDeg, t => t.Norms.TorqueDeg);
    }

    private static double[] Aims(
        ArchTemplate arch, double normWeight, double natural, Func<SetupTooth, double> present, Func<SetupTooth, double> norm)
    {
        double[] off = [.. arch.Teeth.Select(t => present(t) - norm(t))];
        double[] sizes = [.. off.Select(Math.Abs).Order()];
        // the median absolute deviation of a normal variable is 0.6745 of its standard deviation
        double spread = sizes[sizes.Length / 2] / 0.6745;
        double disorder = Math.Max(0, (spread * spread) - (natural * natural));
        var aims = new double[off.Length];
        for (int i = 0; i < aims.Length; i++)
        {
            SetupTooth tooth = arch.Teeth[i];
            // third molars have no norm worth reaching for
            double weight = tooth.Tooth.Id.Position == 8 ? 0 : normWeight;
            double believed = natural * natural / ((natural * natural) + disorder);
            double kept = off[i] * (1 - (weight * (1 - believed)));
            double limit = natural + ((1 - weight) * 90);
            aims[i] = norm(tooth) + Math.Clamp(kept, -limit, limit);
        }

        return aims;
    }
}
