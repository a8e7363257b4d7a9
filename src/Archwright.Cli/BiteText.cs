using System.Globalization;
using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>What <c>plan</c> says of the closed jaw, in a line.</summary>
internal static class BiteText
{
    /// <summary>The greatest shift of the closed jaw, and the slide from centric relation at the start and the end where it is tracked.</summary>
    public static string Of(PlanBite bite)
    {
        PlanBiteStage worst = bite.Stages.MaxBy(s => s.ShiftMm ?? 0)!;
        string shift = string.Create(CultureInfo.InvariantCulture, $"the jaw rests within {worst.ShiftMm ?? 0:0.00} mm of where it did at the start");
        return bite.Stages[0].Slide is { } start && bite.Stages[^1].Slide is { } end
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{shift}; slide from centric relation {start.Mm:0.00} mm at the start, {end.Mm:0.00} mm at the end (± {bite.SlideDoubtMm ?? 0:0.00} by the axis)")
            : $"{shift}; no bite in centric relation is on record";
    }
}
