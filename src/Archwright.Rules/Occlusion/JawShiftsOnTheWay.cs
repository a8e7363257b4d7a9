using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The lower jaw closes elsewhere than the plan draws it, and nobody asked for that.</summary>
public sealed class JawShiftsOnTheWay : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OCC001",
        nameof(JawShiftsOnTheWay),
        "occlusion",
        FindingSeverity.Warning,
        "At no stage does the lower jaw, closed about its hinge axis, come to rest elsewhere than at the start by more than the threshold, nor does "
            + "the slide from centric relation grow by more; tooth movement itself and worn bite ramps do not count, an ordered bite jump is not judged.",
        ["OCC-05"],
        "user",
        [
            "requirements.csv OCC-05 (unintended shift mid-treatment is a finding); the threshold is an engineering default",
            "Morneburg and Pröschel 2002, Int J Prosthodont 15:358 (closing about arbitrary axes errs by less than 0.3 mm in 87 % at 2 mm of opening)",
        ],
        "How far centric relation matters in patients without symptoms is disputed (Kattadiyil 2021, doi 10.1111/jopr.13316).")
    {
        Options = ["biteRamps.unintendedShiftMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        if (evidence.Bite is not { } bite || evidence.Plan.Strategy?.ClassTwo == ClassTwoStrategy.BiteJump)
            yield break;
        double limit = evidence.Plan.Preferences.BiteRamps.UnintendedShiftMm;
        if (JawShift.Worst(bite) is not { } worst || !PlanEvidence.IsOver(worst.Mm, limit))
            yield break;
        (int first, int last) = JawShift.Over(bite, limit);
        PlanBiteStage at = bite.Stages[worst.Stage];
        string stages = first == last ? $"at stage {first}" : $"at stages {first}–{last}, most at {worst.Stage}";
        string message = worst.IsSlide
            ? $"The slide from centric relation to the bite grows from {RuleInfo.Text(bite.Stages[0].Slide!.Mm)} to {RuleInfo.Text(at.Slide!.Mm)} mm {stages}: "
                + $"seated, {BiteWords.Contacts(at.Slide.Contacts)} meet first."
            : $"The lower jaw {BiteWords.Way(at.OpeningMm!.Value - bite.Stages[0].OpeningMm!.Value)} by {RuleInfo.Text(worst.Mm)} mm at the incisors {stages}: "
                + $"{BiteWords.Contacts(at.Contacts)} meet first.";
        PlanBiteContact? contact = (worst.IsSlide ? at.Slide!.Contacts : at.Contacts).FirstOrDefault();
        yield return Info.Finding(
            message,
            contact is null ? null : ToothId.FromFdi(contact.Upper),
            contact is null ? null : ToothId.FromFdi(contact.Lower),
            worst.Stage,
            worst.Mm,
            limit,
            "mm");
    }
}
