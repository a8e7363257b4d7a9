using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Engine;

/// <summary>Values that are each allowed and contradict each other, at the presets that set them.</summary>
internal static class PreferenceConsistency
{
    public static IEnumerable<Problem> Check(ResolvedPreferences resolved)
    {
        TreatmentPreferences p = resolved.Values;
        Problem Says(bool isError, string path, string message)
        {
            string location = $"{resolved.OriginOf(path).Origin}, $.options.{path}";
            return isError ? Problem.Error("options-contradict", message, location) : Problem.Warning("options-unusual", message, location);
        }

        if (p.Ipr.ArchWarnMm > p.Ipr.ArchBlockMm)
            yield return Says(true, "ipr.archWarnMm", $"IPR warns from {p.Ipr.ArchWarnMm} mm an arch, beyond the {p.Ipr.ArchBlockMm} mm that block");
        if (p.Wear.StressHoursPerDay > p.Wear.HoursPerDay)
        {
            yield return Says(
                true, "wear.stressHoursPerDay", $"the stress test wears trays {p.Wear.StressHoursPerDay} h a day, longer than the plan's {p.Wear.HoursPerDay} h");
        }

        if (p.BiteRamps.OffOverbiteMm > p.BiteRamps.OverbiteFromMm)
        {
            yield return Says(
                true,
                "biteRamps.offOverbiteMm",
                $"ramps come off at an overbite of {p.BiteRamps.OffOverbiteMm} mm, above the {p.BiteRamps.OverbiteFromMm} mm from which they are planned");
        }

        if (p.Attachments.WidthMm > p.Attachments.LengthMm)
            yield return Says(true, "attachments.widthMm", $"an attachment {p.Attachments.WidthMm} mm wide is longer than its length of {p.Attachments.LengthMm} mm");
        if (p.Attachments.WidthMm + (2 * p.Attachments.MarginMm) > p.Attachments.CrownHeightMinMm)
        {
            yield return Says(
                false,
                "attachments.crownHeightMinMm",
                $"a crown of {p.Attachments.CrownHeightMinMm} mm does not hold an attachment {p.Attachments.WidthMm} mm wide with margins of {p.Attachments.MarginMm} mm");
        }

        if (p.Overcorrection.EasyShare > 0 && p.Overcorrection.Policy != OvercorrectionPolicy.Custom)
            yield return Says(false, "overcorrection.easyShare", "easy movements are overcorrected by the custom policy only: the share has no effect");
        if (p.ClassTwo.Strategy == ClassTwoStrategy.BiteJump && string.IsNullOrWhiteSpace(p.ClassTwo.BiteJumpReason))
            yield return Says(false, "classTwo.strategy", "a bite jump without the doctor's reason (classTwo.biteJumpReason) is a blocking finding (ANC-04)");
        if (p.Staging.Pattern == MacroPattern.SequentialDistalisation && p.ClassTwo.Strategy != ClassTwoStrategy.SequentialDistalisation)
        {
            yield return Says(
                false, "classTwo.strategy", $"the pattern distalises in sequence, the strategy of Class II is {PreferenceOption.Text(p.ClassTwo.Strategy)}");
        }

        if (p.Staging.Pattern == MacroPattern.Custom && p.Staging.PhaseOrder.IsEmpty)
            yield return Says(true, "staging.phaseOrder", "the custom pattern has no phase");
    }
}
