using System.Collections.Immutable;
using System.Globalization;
using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>Turns simulated teeth into the expected outcome: intervals, misses, drivers, sensitivity to wear.</summary>
internal static class OutcomeReport
{
    // molars behind the first are "mostly unexpressed" in the studies and seldom what a refinement is ordered for
    private const int LastThatMatters = 6;
    private const int DriverCount = 5;

    /// <summary>Hours the sensitivity is always told at, beside the plan's own and the stress test's.</summary>
    private static readonly ImmutableArray<double> Hours = [18, 20, 22];

    public static PlanOutcome Of(OutcomeInput input, IReadOnlyList<SimulatedTooth> teeth, PatientDraws patients, double[] wear)
    {
        OutcomePart[] parts = [.. teeth.SelectMany(t => OutcomePart.Of(t, t.Way.Tooth.Id.Position <= LastThatMatters))];
        OutcomePart[] assessed = [.. parts.Where(p => p.Tooth.IsAssessed(p.Component))];
        ImmutableArray<OutcomeUnknown> unknown = [.. teeth.SelectMany(t => t.Unknowns)];
        double[] putUpWith = RefinementNeed.PutUpWith(patients.Demand);
        Estimate own = Estimate.Of(assessed, wear, putUpWith);
        WearPreferences assumed = input.Preferences.Wear;
        ImmutableArray<WearSensitivity> sensitivity =
        [
            .. Hours.Append(assumed.HoursPerDay).Append(assumed.StressHoursPerDay).Distinct().Order()
                .Select(h => Estimate.Of(assessed, patients.WearFactors(h, input.Patient.Compliance), putUpWith).At(h)),
        ];
        PlanVerdicts verdicts = PlanVerdicts.Of(input, teeth);
        return new PlanOutcome
        {
            Summary = Summary(own, assessed.Length, unknown.Length),
            Draws = PatientDraws.Count,
            WearHoursPerDay = assumed.HoursPerDay,
            ToleranceMm = ExpectedOutcome.ToleranceMm,
            ToleranceDeg = ExpectedOutcome.ToleranceDeg,
            RefinementProbability = own.RefinementProbability,
            ResidualScore = own.ResidualScore,
            MeanExpression = own.MeanExpression,
            Movements = [.. assessed.Select(p => p.Report(wear, input.Preferences.Overcorrection))],
            Drivers = own.Drivers(DriverCount),
            Wear = sensitivity,
            Objectives = ObjectiveForecast.Of(input, teeth, wear),
            NotAssessed = unknown,
            Buffer = verdicts.Buffer,
            SoftwareVerdict = verdicts.Software,
            BiologyVerdict = verdicts.Biology,
        };
    }

    private static string Summary(Estimate own, int assessed, int unknown)
    {
        if (own.RefinementProbability is not { } chance)
            return unknown == 0 ? "The plan moves nothing that could be missed." : $"Cannot be assessed: {unknown} movements lie outside what studies have seen.";
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"Without refinement {100 * own.MeanExpression:0} % of the planned movement is expected to express; a refinement is needed in {100 * chance:0} % of simulated patients ({own.MissedMovements:0.0} of {assessed} movements missed on average, residual score {own.ResidualScore:0.0}).");
        return unknown == 0 ? text : $"{text} {unknown} movements or teeth cannot be assessed.";
    }
}
