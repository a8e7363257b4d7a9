using System.Globalization;
using Archwright.Dental;
using Archwright.Planning.Overcorrection;

namespace Archwright.Planning.Outcome;

/// <summary>One planned movement of one tooth, among those an outcome is made of.</summary>
/// <param name="Tooth">The tooth.</param>
/// <param name="Component">Component.</param>
/// <param name="Matters">True where a miss is a reason for a refinement.</param>
internal sealed record OutcomePart(SimulatedTooth Tooth, int Component, bool Matters)
{
    /// <summary>True for millimetres, false for degrees.</summary>
    public bool IsLinear => Component is 0 or 2 or 4;

    /// <summary>Residual above which the movement counts as missed.</summary>
    public double Tolerance => IsLinear ? ExpectedOutcome.ToleranceMm : ExpectedOutcome.ToleranceDeg;

    /// <summary>Movement to the clinical target.</summary>
    public double Target => Tooth.Way.Target[Component];

    /// <summary>The movements of a tooth that are planned: at least half the tolerance, so that they can be missed.</summary>
    public static IEnumerable<OutcomePart> Of(SimulatedTooth tooth, bool matters)
    {
        for (int c = 0; c < ToothWay.Components && tooth.Moves; c++)
        {
            var part = new OutcomePart(tooth, c, matters);
            if (Math.Max(Math.Abs(part.Target), Math.Abs(tooth.Way.Programmed[c])) >= part.Tolerance / 2)
                yield return part;
        }
    }

    /// <summary>The movement as the plan tells it.</summary>
    public ExpectedMovement Report(double[] wear, OvercorrectionPreferences shares)
    {
        var need = OvercorrectionNeed.Of(Tooth.Way.Tooth.Id, Tooth.Way.Whole, (OutcomeComponent)Component, shares);
        double[] end = Tooth.Final(Component, wear);
        double missed = end.Count(v => Math.Abs(v - Target) > Tolerance) / (double)end.Length;
        Array.Sort(end);
        return new ExpectedMovement
        {
            Fdi = Tooth.Way.Tooth.Id.Fdi,
            Component = (OutcomeComponent)Component,
            Unit = IsLinear ? "mm" : "deg",
            Clinical = Math.Round(Target, 3) + 0.0,
            Programmed = Math.Round(Tooth.Way.Programmed[Component], 3) + 0.0,
            Expected = Math.Round(ObjectiveForecast.Quantile(end, 0.5), 3) + 0.0,
            Low = Math.Round(ObjectiveForecast.Quantile(end, 0.1), 3) + 0.0,
            High = Math.Round(ObjectiveForecast.Quantile(end, 0.9), 3) + 0.0,
            MissChance = Math.Round(missed, 3),
            Modifiers = Tooth.Modifiers(Component),
            Overcorrection = string.Create(
                CultureInfo.InvariantCulture, $"{(need.Share > 0 ? $"{100 * need.Share:0.#} %" : "none")}: {need.Reason}"),
        };
    }
}
