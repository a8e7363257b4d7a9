using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>The planned movements of a plan at one wear: how many are missed, how often a refinement is needed, what drives it.</summary>
internal sealed class Estimate
{
    private readonly IReadOnlyList<OutcomePart> _parts;
    private readonly double[][] _squared;

    private Estimate(IReadOnlyList<OutcomePart> parts, double[][] ends, int patients)
    {
        _parts = parts;
        _squared = new double[parts.Count][];
        var needed = new bool[patients];
        double missed = 0;
        double moved = 0;
        double planned = 0;
        for (int p = 0; p < parts.Count; p++)
        {
            OutcomePart part = parts[p];
            _squared[p] = new double[patients];
            for (int i = 0; i < patients; i++)
            {
                double residual = (ends[p][i] - part.Target) / part.Tolerance;
                _squared[p][i] = part.Matters ? residual * residual : 0;
                bool misses = Math.Abs(residual) > 1;
                missed += misses ? 1 : 0;
                needed[i] |= misses && part.Matters;
            }

            moved += Math.Sign(part.Target) * ends[p].Average() / part.Tolerance;
            planned += Math.Abs(part.Target) / part.Tolerance;
        }

        MissedMovements = Math.Round(missed / patients, 2);
        RefinementProbability = parts.Any(p => p.Matters) ? Math.Round(needed.Count(n => n) / (double)patients, 3) : null;
        MeanExpression = planned > 0 ? Math.Round(moved / planned, 3) : null;
    }

    /// <summary>Share of patients who need a refinement; null where no movement could make one needed.</summary>
    public double? RefinementProbability { get; }

    /// <summary>Expected over planned movement.</summary>
    public double? MeanExpression { get; }

    /// <summary>Mean number of missed movements.</summary>
    public double MissedMovements { get; }

    /// <summary>Estimates for each patient's wear factor.</summary>
    public static Estimate Of(IReadOnlyList<OutcomePart> parts, double[] wear) =>
        new(parts, [.. parts.Select(p => p.Tooth.Final(p.Component, wear))], wear.Length);

    /// <summary>The estimate as a line of the sensitivity to wear.</summary>
    public WearSensitivity At(double hours) => new()
    {
        HoursPerDay = hours,
        RefinementProbability = RefinementProbability,
        MeanExpression = MeanExpression,
        MissedMovements = MissedMovements,
    };

    /// <summary>
    /// The movements with the greatest share of the variance of the summed squared residuals: covariance with the sum over its
    /// variance, which adds up to 1 over all movements.
    /// </summary>
    public ImmutableArray<OutcomeDriver> Drivers(int most)
    {
        if (_parts.Count == 0)
            return [];
        int patients = _squared[0].Length;
        var sum = new double[patients];
        foreach (double[] squared in _squared)
        {
            for (int i = 0; i < patients; i++)
                sum[i] += squared[i];
        }

        double variance = Covariance(sum, sum);
        if (variance <= 0)
            return [];
        return
        [
            .. _parts.Select((p, i) => new OutcomeDriver
            {
                Fdi = p.Tooth.Way.Tooth.Id.Fdi,
                Component = (OutcomeComponent)p.Component,
                VarianceShare = Math.Round(Covariance(_squared[i], sum) / variance, 3) + 0.0,
                MissChance = Math.Round(_squared[i].Count(r => r > 1) / (double)patients, 3),
            }).Where(d => d.VarianceShare > 0)
                .OrderByDescending(d => d.VarianceShare).ThenBy(d => d.Fdi).ThenBy(d => d.Component)
                .Take(most),
        ];
    }

    private static double Covariance(double[] a, double[] b)
    {
        double meanA = a.Average();
        double meanB = b.Average();
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += (a[i] - meanA) * (b[i] - meanB);
        return sum / a.Length;
    }
}
