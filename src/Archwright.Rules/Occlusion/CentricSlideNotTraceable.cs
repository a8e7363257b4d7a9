using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The functional record tells of a slide from centric relation, and no bite shows where the jaw stands then.</summary>
public sealed class CentricSlideNotTraceable : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OCC003",
        nameof(CentricSlideNotTraceable),
        "occlusion",
        FindingSeverity.Warning,
        "Where the functional record tells of a slide from centric relation over the threshold, the bite in centric relation is on record too, or the "
            + "treating doctor has waived it: a number alone cannot be tracked through the stages.",
        ["OCC-05"],
        "user",
        ["requirements.csv OCC-05 (CR–MIP shift is tracked through the stages)"],
        "How far centric relation matters in patients without symptoms is disputed (Kattadiyil 2021, doi 10.1111/jopr.13316).")
    {
        Options = ["biteRamps.centricSlideMm"],
        RootCause = RootCause.Diagnostic,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        CaseRecords? records = RecordGate.Of(evidence);
        double limit = evidence.Plan.Preferences.BiteRamps.CentricSlideMm;
        bool settled = records?.Centric?.UsablePose() is not null || records?.Centric is { State: RecordState.Waived, Waiver.Role: SignatoryRole.TreatingDoctor };
        if (settled || evidence.Increments.IsEmpty || records?.Functional?.CentricShiftMm is not { } told || !PlanEvidence.IsOver(told, limit))
            yield break;
        yield return Info.Finding(
            $"The functional record tells of a slide of {RuleInfo.Text(told)} mm from centric relation, and no bite in centric relation is on record: how it goes on through the "
                + $"{evidence.Plan.Stages.Length - 1} stages cannot be said.",
            measured: told,
            limit: limit,
            unit: "mm");
    }
}
