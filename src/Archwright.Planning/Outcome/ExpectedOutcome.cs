using System.Collections.Immutable;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Outcome;

/// <summary>
/// What a staged plan is expected to reach without refinement (VEL-20, OVC-05, CHK-04, OUT-01): expected is not programmed.
/// Method: Monte-Carlo over 2,000 simulated patients. Each has a share of expression of its own (correlation 0.4 between teeth), hours of
/// wear of its own, and per tooth and plane a draw of expression by movement and tooth class; each tray's movement is multiplied by it.
/// Source: clinical.md 1 (D where it says so), factors and limits: docs/algorithms/expected-outcome.md, figures against papers:
/// docs/calibration.md. Deterministic: seeded by the case, the same on any number of threads.
/// More wear never worsens any patient (common random numbers). Complexity: patients × teeth × stages.
/// Known limits: no teeth push on each other, no reaction on anchors, no growth; what lies outside the studies is listed, not guessed.
/// </summary>
public static class ExpectedOutcome
{
    /// <summary>Residual above which a movement counts as missed, mm (clinical.md 1.1: Grünheid 2017, O'Connor 2024).</summary>
    public const double ToleranceMm = 0.5;

    /// <summary>Residual above which a movement counts as missed, degrees.</summary>
    public const double ToleranceDeg = 2;

    /// <summary>What a plan's buffer says where there is none.</summary>
    public const string NoBuffer = "none";

    /// <summary>Overbite from which on intrusion is expressed less (clinical.md 1.6, D), mm.</summary>
    private const double DeepBiteMm = 4;

    /// <summary>Estimates a plan. Never throws on a bad one: a tooth without a rigid pose in every stage is left out.</summary>
    public static OutcomeResult Run(OutcomeInput input, RunContext context)
    {
        ToothWay[] ways =
        [
            .. input.Teeth
                .Where(t => !input.Stages.IsEmpty && input.Stages.All(s => s.ContainsKey(t.Id)))
                .DistinctBy(t => t.Id)
                .OrderBy(t => t.Id)
                .Select(t => ToothWay.Of(t, [.. input.Stages.Select(s => s[t.Id])], input.Target.GetValueOrDefault(t.Id, input.Stages[^1][t.Id]))),
        ];
        bool deepBite = BiteAxes.OverbiteMm(input) > DeepBiteMm;
        var patients = new PatientDraws(ways.Select(w => w.Tooth));
        var teeth = new SimulatedTooth[ways.Length];
        var expected = new ImmutableArray<(double[] Mean, double IntervalMm)>[ways.Length];
        double[] wear = patients.WearFactors(input.Preferences.Wear.HoursPerDay, input.Patient.Compliance);
        context.For(ways.Length, i =>
        {
            teeth[i] = new SimulatedTooth(input, ways[i], patients, deepBite);
            expected[i] = teeth[i].Stages(wear);
        });
        return new OutcomeResult(
            OutcomeReport.Of(input, teeth, patients, wear),
            [.. input.Stages.Select((_, k) => Enumerable.Range(0, ways.Length).ToImmutableSortedDictionary(
                i => ways[i].Tooth.Id, i => Pose(teeth[i], k, expected[i][k].Mean)))],
            [.. input.Stages.Select((_, k) => Enumerable.Range(0, ways.Length).ToImmutableSortedDictionary(
                i => ways[i].Tooth.Id, i => teeth[i].Way.Tooth.IsMovable ? expected[i][k].IntervalMm : 0))]);
    }

    /// <summary>Stage 0 and teeth that are not moved stand exactly where they are: their drift has no direction.</summary>
    private static RigidTransform Pose(SimulatedTooth tooth, int stage, double[] mean) =>
        stage == 0 || !tooth.Moves ? RigidTransform.Identity : ToothWay.Pose(tooth.Way.Tooth, mean);
}
