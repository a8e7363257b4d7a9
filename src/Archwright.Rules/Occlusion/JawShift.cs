using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>
/// The unintended shift of one stage (docs/decisions/ADR-007): where the closed jaw rests against stage 0, or how much the slide from
/// centric relation has grown, whichever is more. A slide that gets smaller is none.
/// </summary>
/// <param name="Stage">Stage.</param>
/// <param name="Mm">How far, at the incisors.</param>
/// <param name="IsSlide">True where it is the slide that grows.</param>
internal readonly record struct JawShift(int Stage, double Mm, bool IsSlide)
{
    /// <summary>The shift of a stage; null where nothing meets.</summary>
    public static JawShift? At(PlanBite bite, PlanBiteStage stage)
    {
        double? grown = stage.Slide?.Mm - bite.Stages[0].Slide?.Mm;
        if (stage.ShiftMm is not { } shift)
            return null;
        return grown > shift ? new JawShift(stage.Stage, grown.Value, true) : new JawShift(stage.Stage, shift, false);
    }

    /// <summary>The greatest shift, the first of equals; null where nothing meets at any stage.</summary>
    public static JawShift? Worst(PlanBite bite)
    {
        JawShift[] all = [.. bite.Stages.Select(s => At(bite, s)).OfType<JawShift>()];
        return all.Length == 0 ? null : all.MaxBy(s => s.Mm);
    }

    /// <summary>First and last stage over a limit.</summary>
    public static (int First, int Last) Over(PlanBite bite, double limit)
    {
        int[] over = [.. bite.Stages.Select(s => At(bite, s)).OfType<JawShift>().Where(s => PlanEvidence.IsOver(s.Mm, limit)).Select(s => s.Stage)];
        return (over[0], over[^1]);
    }
}
