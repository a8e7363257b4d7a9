using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// Chooses the ideal arrangement nearest to the present dentition: the parameters of both arches' templates for which the
/// teeth move least in the robust sense, with the bite's aims and weak priors beside them. Method: maximum a posteriori by
/// iteratively reweighted Levenberg–Marquardt; a tooth far from its place does not drag the arch, and a prior that the arch
/// lies far from does not either (Cauchy weights).
/// </summary>
internal static class TemplateFit
{
    private const int Rounds = 10;
    private const int StepsPerRound = 3;

    // Where most teeth stand nearly where they belong, the few that stand far off count little; where all are scattered alike,
    // each counts: the weights' tail follows the scatter of the arches (Huber's proposal of a joint scale), within bounds.
    private const double Tail = 3;
    private const double MostSpreadMm = 1.5;
    private const double TemplateErrorMm = 0.6;

    // A degree of turn weighs as this many millimetres of shift when the nearest arrangement is sought; less about the
    // vertical, where each tooth's natural offset from the line's tangent would bend the line.
    private const double MmPerDegree = 0.12;
    private const double MmPerDegreeVertical = 0.08;

    private static readonly double[] Scales = [1, 1, 0.05, 2, 2, 2, 1, 0.02, 0.02, 0.3, 0.5];

    /// <summary>Parameters of each template, in the order given.</summary>
    public static double[][] Fit(IReadOnlyList<ArchTemplate> arches, IReadOnlyList<BiteAim> aims, double speeMm)
    {
        double[] prior = [.. arches.SelectMany(a => TemplatePrior.Of(a, speeMm))];
        double[] scales = [.. arches.SelectMany(_ => Scales)];
        double[] deviations = TemplatePrior.Deviations(prior, prior);
        int teeth = arches.Sum(a => a.Teeth.Count);
        int count = (6 * teeth) + prior.Length + aims.Count;
        double[] weights = [.. Enumerable.Repeat(1.0, teeth)];
        double[] aimWeights = [.. Enumerable.Repeat(1.0, aims.Count)];
        double sigma = 1;
        double[] p = [.. prior];
        for (int round = 0; round < Rounds; round++)
        {
            p = LevenbergMarquardt.Minimise(
                p,
                scales,
                (x, r) => Residuals(arches, aims, x, prior, deviations, weights, aimWeights, sigma, r),
                count,
                StepsPerRound);
            RigidTransform[][] poses = Poses(arches, p);
            double[] sizes = [.. arches.SelectMany((a, j) => a.Teeth.Select((t, i) => Size(t, poses[j][i])))];
            // the median length of a vector of three normal components is 1.54 standard deviations
            sigma = Math.Clamp(Median(sizes) / 1.5, TemplateErrorMm, MostSpreadMm);
            double tail = Tail * sigma;
            weights = [.. sizes.Select(s => 1 / (1 + Math.Pow(s / tail, 2)))];
            deviations = TemplatePrior.Deviations(p, prior);
            aimWeights = [.. aims.Select(a => a.Weight(poses))];
        }

        return [.. arches.Select((_, j) => p[(j * ArchTemplate.Parameters)..((j + 1) * ArchTemplate.Parameters)])];
    }

    private static RigidTransform[][] Poses(IReadOnlyList<ArchTemplate> arches, double[] p) =>
        [.. arches.Select((a, j) => a.Poses(p.AsSpan(j * ArchTemplate.Parameters, ArchTemplate.Parameters)))];

    private static double Size(SetupTooth tooth, RigidTransform pose) =>
        (pose.Apply(tooth.Tooth.CenterOfResistance) - tooth.Tooth.CenterOfResistance).Length;

    private static void Residuals(
        IReadOnlyList<ArchTemplate> arches,
        IReadOnlyList<BiteAim> aims,
        double[] p,
        double[] prior,
        double[] deviations,
        double[] weights,
        double[] aimWeights,
        double sigma,
        double[] r)
    {
        int k = 0;
        RigidTransform[][] poses = Poses(arches, p);
        for (int j = 0, w = 0; j < arches.Count; j++)
        {
            for (int i = 0; i < poses[j].Length; i++, w++)
            {
                SetupTooth tooth = arches[j].Teeth[i];
                double scale = Math.Sqrt(weights[w] * ClassWeight(tooth)) / sigma;
                Vec3 root = tooth.Tooth.CenterOfResistance;
                Vec3 shift = (poses[j][i].Apply(root) - root) * scale;
                Vec3 turn = poses[j][i].Rotation.ToVector() * (180 / Math.PI * scale);
                r[k++] = shift.X;
                r[k++] = shift.Y;
                r[k++] = shift.Z;
                r[k++] = turn.X * MmPerDegree;
                r[k++] = turn.Y * MmPerDegree;
                r[k++] = turn.Z * MmPerDegreeVertical;
            }
        }

        for (int i = 0; i < prior.Length; i++)
            r[k++] = (p[i] - prior[i]) / deviations[i];
        for (int i = 0; i < aims.Count; i++)
            r[k++] = Math.Sqrt(aimWeights[i]) * aims[i].Residual(poses);
    }

    // held teeth cannot come to the arch, so the arch comes to them; third molars follow
    private static double ClassWeight(SetupTooth tooth)
    {
        if (!tooth.IsMovable)
            return 10;
        return tooth.Tooth.Id.Position == 8 ? 0.3 : 1;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 1 : sorted[sorted.Length / 2];
    }
}
