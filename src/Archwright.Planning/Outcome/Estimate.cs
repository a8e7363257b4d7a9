using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>The planned movements of a plan at one wear: how many are missed, how often a refinement is needed, what drives it.</summary>
internal sealed class Estimate
{
    private readonly IReadOnlyList<OutcomePart> _parts;
    private readonly double[][] _excess;

    private Estimate(IReadOnlyList<OutcomePart> parts, double[][] ends, double[] putUpWith)
    {
        _parts = parts;
        _excess = new double[parts.Count][];
        int patients = putUpWith.Length;
        var sum = new double[patients];
        double missed = 0;
        double moved = 0;
        double planned = 0;
        for (int p = 0; p < parts.Count; p++)
        {
            OutcomePart part = parts[p];
            _excess[p] = new double[patients];
            for (int i = 0; i < patients; i++)
            {
                double residual = (ends[p][i] - part.Target) / part.Tolerance;
                _excess[p][i] = part.Matters ? RefinementNeed.Excess(residual) : 0;
                sum[i] += _excess[p][i];
                missed += Math.Abs(residual) > 1 ? 1 : 0;
            }

            moved += Math.Sign(part.Target) * ends[p].Average() / part.Tolerance;
            planned += Math.Abs(part.Target) / part.Tolerance;
        }

        MissedMovements = Math.Round(missed / patients, 2);
        double[] score = [.. sum.Select(Math.Sqrt)];
        bool any = parts.Any(p => p.Matters);
        RefinementProbability = any ? Math.Round(score.Where((s, i) => s > putUpWith[i]).Count() / (double)patients, 3) : null;
        Array.Sort(score);
        ResidualScore = any ? Math.Round(ObjectiveForecast.Quantile(score, 0.5), 2) : null;
        MeanExpression = planned > 0 ? Math.Round(moved / planned, 3) : null;
    }

    /// <summary>Share of patients who need a refinement; null where no movement could make one needed.</summary>
    public double? RefinementProbability { get; }

    /// <summary>Median residual score of the patients; null where no movement could make a refinement needed.</summary>
    public double? ResidualScore { get; }

    /// <summary>Expected over planned movement.</summary>
    public double? MeanExpression { get; }

    /// <summary>Mean number of missed movements.</summary>
    public double MissedMovements { get; }

    /// <summary>Estimates for each patient's wear factor and what each puts up with.</summary>
    public static Estimate Of(IReadOnlyList<OutcomePart> parts, double[] wear, double[] putUpWith) =>
        new(parts, [.. parts.Select(p => p.Tooth.Final(p.Component, wear))], putUpWith);

    /// <summary>The estimate as a line of the sensitivity to wear.</summary>
    public WearSensitivity At(double hours) => new()
    {
        HoursPerDay = hours,
        RefinementProbability = RefinementProbability,
        MeanExpression = MeanExpression,
        MissedMovements = MissedMovements,
    };

    /// <summary>
    /// The movements with the greatest share of the variance of the summed excess that a refinement is ordered for: covariance with the sum
    /// over its variance, which adds up to 1 over all movements.
    /// </summary>
    public ImmutableArray<OutcomeDriver> Drivers(int most)
    {
        if (_parts.Count == 0)
            return [];
        int patients = _excess[0].Length;
        var sum = new double[patients];
        foreach (double[] excess in _excess)
        {
            for (int i = 0; i < patients; i++)
                sum[i] += excess[i];
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
                VarianceShare = Math.Round(Covariance(_excess[i], sum) / variance, 3) + 0.0,
                MissChance = Math.Round(_excess[i].Count(r => r > 0) / (double)patients, 3),
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
