using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The plan ends with a slide from centric relation that is on record, and says nothing to it.</summary>
public sealed class CentricSlideLeft : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OCC002",
        nameof(CentricSlideLeft),
        "occlusion",
        FindingSeverity.Warning,
        "A plan whose records hold a bite in centric relation does not end with a slide from its first touch to maximum intercuspation over the threshold: "
            + "all stages are drawn in maximum intercuspation, and the bite they end in is not the one the seated jaw finds.",
        ["OCC-05", "ANC-07"],
        "user",
        [
            "requirements.csv OCC-05 (CR–MIP shift is tracked through the stages)",
            "Hidaka 2002, Angle Orthod 72:295 (condylar displacement of 2 mm or more in 39 % of 150 orthodontic patients before treatment)",
        ],
        "Most dentitions have a slide and no complaint (Kattadiyil 2021, doi 10.1111/jopr.13316); reports call 1 mm to 2 mm large, and whether a slide is to be treated at all is disputed.")
    {
        Options = ["biteRamps.centricSlideMm"],
        RootCause = RootCause.Diagnostic,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.BiteRamps.CentricSlideMm;
        if (evidence.Bite is not { IsCentricTracked: true } bite || bite.Stages.Length < 2 || bite.Stages[^1].Slide is not { } end)
            yield break;
        if (!PlanEvidence.IsOver(end.Mm, limit))
            yield break;
        string start = bite.Stages[0].Slide is { } first ? $", {RuleInfo.Text(first.Mm)} mm at the start" : "";
        yield return Info.Finding(
            $"The plan ends in maximum intercuspation with a slide of {RuleInfo.Text(end.Mm)} mm from centric relation ({RuleInfo.Text(end.ForwardMm)} forwards, "
                + $"{RuleInfo.Text(end.UpMm)} upwards, {RuleInfo.Text(end.LeftMm)} to the left{start}, ± {RuleInfo.Text(bite.SlideDoubtMm ?? 0)} by the axis): "
                + $"seated, {BiteWords.Contacts(end.Contacts)} meet first. Plan from centric relation, or say why the slide may stay.",
            end.Contacts.FirstOrDefault() is { } contact ? ToothId.FromFdi(contact.Upper) : null,
            end.Contacts.FirstOrDefault() is { } other ? ToothId.FromFdi(other.Lower) : null,
            bite.Stages.Length - 1,
            end.Mm,
            limit,
            "mm");
    }
}
