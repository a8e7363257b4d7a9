using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The plan changes the bite, and how the jaw meets and moves is not on record.</summary>
public sealed class BiteChangedWithoutFunctionalRecord : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN002",
        nameof(BiteChangedWithoutFunctionalRecord),
        "clinical",
        FindingSeverity.Warning,
        "A plan that changes overjet, overbite or a canine relation by more than the threshold rests on a whole functional record (centric relation, "
            + "contacts, joint sounds, parafunction), or the treating doctor has waived it.",
        ["CLN-03", "CLN-04"],
        "user",
        ["requirements.csv CLN-04 (a diagnostic gap on bite-affecting plans without a functional record); the threshold is an engineering default"],
        "How far centric relation matters in patients without symptoms is disputed.")
    {
        Options = ["checks.biteChangeMm"],
        RootCause = RootCause.Diagnostic,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        FunctionalRecord? record = RecordGate.Of(evidence)?.Functional;
        string lacking = record is { State: RecordState.Present }
            ? string.Join(", ", record.Lacking())
            : "no functional record";
        bool settled = record is { State: RecordState.Waived } || lacking.Length == 0;
        if (settled || !plan.HasBite || plan.Stages.Length < 2 || Largest(plan) is not { } change)
            yield break;
        double limit = plan.Preferences.Checks.BiteChangeMm;
        if (!PlanEvidence.IsOver(Math.Abs(change.Mm), limit))
            yield break;
        string gap = record is { State: RecordState.Present } ? $"the functional record lacks {lacking}" : "there is no functional record";
        yield return Info.Finding(
            $"Diagnostic gap: the plan changes {change.Name} by {RuleInfo.Text(change.Mm)} mm and {gap}.",
            measured: Math.Abs(change.Mm),
            limit: limit,
            unit: "mm");
    }

    private static (string Name, double Mm)? Largest(PlanView plan)
    {
        OcclusionMeasures start = PlannedArches.At(plan, 0).Bite();
        OcclusionMeasures end = PlannedArches.At(plan, plan.Stages.Length - 1).Bite();
        (string Name, double? Mm)[] changes =
        [
            ("overjet", end.OverjetMm - start.OverjetMm),
            ("overbite", end.OverbiteMm - start.OverbiteMm),
            ("the right canine relation", end.CanineRightMm - start.CanineRightMm),
            ("the left canine relation", end.CanineLeftMm - start.CanineLeftMm),
        ];
        (string Name, double Mm)[] known = [.. changes.Where(c => c.Mm is not null).Select(c => (c.Name, c.Mm!.Value))];
        return known.Length == 0 ? null : known.MaxBy(c => Math.Abs(c.Mm));
    }
}
