using Archwright.Dental;
using Archwright.Planning.Outcome;

namespace Archwright.Rules;

/// <summary>The plan needs the hours it assumes: nothing absorbs a patient who wears the aligners less.</summary>
public sealed class NoBufferForLostWear : IRule
{
    private const double MovementsLost = 0.5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OVC003",
        nameof(NoBufferForLostWear),
        "overcorrection",
        FindingSeverity.Warning,
        "A plan that loses half a movement or more at the hours of the stress test has a buffer: overcorrection, or the recovery flexibility of a slow schedule.",
        ["OVC-04", "OVC-05", "OVC-06", "CHK-04"],
        "user",
        ["requirements.csv OVC-05, OVC-06 (18–20 hours; no overcorrection, no recovery flexibility)"],
        "No study gives expression by hours of wear; the loss follows clinical.md 1.6 (D). Three quarters of patients do not wear aligners fully (Timm 2021, S).")
    {
        Options = ["wear.hoursPerDay", "wear.stressHoursPerDay"],
        RootCause = RootCause.Compliance,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PlanOutcome outcome = evidence.Outcome.Outcome;
        WearPreferences wear = evidence.Plan.Preferences.Wear;
        WearSensitivity own = outcome.Wear.First(w => w.HoursPerDay == wear.HoursPerDay);
        WearSensitivity stress = outcome.Wear.First(w => w.HoursPerDay == wear.StressHoursPerDay);
        double lost = stress.MissedMovements - own.MissedMovements;
        if (outcome.Buffer != ExpectedOutcome.NoBuffer || lost < MovementsLost)
            yield break;
        yield return Info.Finding(
            $"The plan assumes {RuleInfo.Text(wear.HoursPerDay)} hours a day and has no buffer: at {RuleInfo.Text(wear.StressHoursPerDay)} hours "
                + $"{RuleInfo.Text(stress.MissedMovements)} movements are missed instead of {RuleInfo.Text(own.MissedMovements)}, and neither overcorrection nor a slow schedule absorbs it.",
            measured: lost,
            limit: MovementsLost,
            unit: "1");
    }
}
