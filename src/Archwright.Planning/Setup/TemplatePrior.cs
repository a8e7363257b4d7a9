using Archwright.Dental;

namespace Archwright.Planning.Setup;

/// <summary>
/// What is supposed of a template's parameters before an arch is seen: the published form, symmetry about the middle of the
/// occlusal frame, level edges. Weak, and heavy in the tails (Cauchy): an arch several standard deviations from a prior (a
/// midline that lost teeth have shifted, a frame that lies askew) shows that the prior is not about it, and its prior fades.
/// </summary>
internal static class TemplatePrior
{
    // beyond this many standard deviations a prior fades, as a soft aim does
    private const double Tail = 3;

    // standard deviations in the order of the parameters; those of shape come from the spread of published arch forms
    // (clinical.md 5.7: depth ± 3 mm, width ± 5 mm)
    private static readonly double[] Deviation = [1, 50, 0.03, 4, 4, 6, 50, 0.06, 0.02, 0.4, 0.7];

    /// <summary>The supposed parameters of one arch.</summary>
    public static double[] Of(ArchTemplate arch, double speeMm)
    {
        var p = new double[ArchTemplate.Parameters];
        double front = double.PositiveInfinity;
        double level = 0;
        foreach (SetupTooth tooth in arch.Teeth)
        {
            front = Math.Min(front, tooth.ContactMiddle.Y);
            level += tooth.Tooth.Landmarks.OcclusalPoint.Z / arch.Teeth.Count;
        }

        p[ArchTemplate.Y] = front;
        // through published canine and molar widths and depths (clinical.md 5.7, M: unverified)
        p[ArchTemplate.A] = 16;
        p[ArchTemplate.B] = 2;
        p[ArchTemplate.C] = arch.Jaw == Jaw.Upper ? 9 : 16;
        p[ArchTemplate.Z] = level;
        p[ArchTemplate.Spee] = speeMm;
        return p;
    }

    /// <summary>
    /// Standard deviation that each parameter of <paramref name="p"/> is to be held to <paramref name="prior"/> by: the wider, the
    /// further it lies from it already.
    /// </summary>
    public static double[] Deviations(double[] p, double[] prior) =>
        [.. p.Select((v, i) => At(v - prior[i], i % ArchTemplate.Parameters))];

    // the depth of Spee's curve is asked for, not supposed: it does not fade
    private static double At(double off, int parameter)
    {
        double deviation = Deviation[parameter];
        return parameter == ArchTemplate.Spee ? deviation : deviation * Math.Sqrt(1 + Math.Pow(off / deviation / Tail, 2));
    }
}
