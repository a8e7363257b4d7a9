using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Wear schedule: days of each tray; hours are the patient's and no pose shows them.</summary>
internal static class WearConformance
{
    public static IEnumerable<PreferenceEvidence> Of(PlanView plan)
    {
        WearPreferences wanted = plan.Preferences.Wear;
        int[] off = [.. Enumerable.Range(1, plan.Stages.Length - 1).Where(k => plan.WearDays[k] != wanted.PerTrayDays)];
        yield return plan.Stages.Length < 2
            ? Verdict.NotApplicable("wear.perTrayDays", "the plan has no tray")
            : Verdict.Judge(
                "wear.perTrayDays",
                off.Length == 0,
                off.Length == 0
                    ? $"every tray is worn {wanted.PerTrayDays} days"
                    : $"stage {off[0]} is worn {plan.WearDays[off[0]]} days, {off.Length} of {plan.Stages.Length - 1} trays differ from {wanted.PerTrayDays}");
        yield return Verdict.NotApplicable(
            "wear.hoursPerDay", $"{Verdict.Text(wanted.HoursPerDay)} h a day are assumed of the patient (OVC-04); no pose shows them");
        yield return Verdict.NotApplicable(
            "wear.stressHoursPerDay", $"{Verdict.Text(wanted.StressHoursPerDay)} h a day are what the stress test assumes (OVC-05); no pose shows them");
    }
}
