using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Enamel is to be removed before space had time to open.</summary>
public sealed class IprBeforeEarliestStage : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR004",
        nameof(IprBeforeEarliestStage),
        "ipr",
        FindingSeverity.Warning,
        "No enamel is removed before the earliest stage of the preferences.",
        ["IPR-01", "IPR-02", "IPR-08"],
        "user",
        ["requirements.csv IPR-01 (earliest stage 3) and IPR-02 (earlier: round trips and recession, more so in thin biotype)"],
        "Commercial staging often strips at stage 1, before teeth that would collide are moved.")
    {
        Options = ["ipr.earliestStage"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        int earliest = evidence.Plan.Preferences.Ipr.EarliestStage;
        HashSet<int> thin = [.. evidence.Plan.Patient.Conditions.Where(c => c.Condition == ToothCondition.ThinBiotype).Select(c => c.Fdi)];
        foreach (IprContact contact in IprContacts.Of(evidence.Plan).Where(c => c.FirstStage < earliest))
        {
            string receding = string.Join(" and ", new[] { contact.A.Fdi, contact.B.Fdi }.Where(thin.Contains));
            yield return Info.Finding(
                $"Contact {contact.A}–{contact.B}: IPR at stage {contact.FirstStage}; the earliest is stage {earliest}, or round trips and "
                    + $"recession are risked{(receding.Length == 0 ? "" : $"; {receding} has a thin biotype, which recedes the sooner")}.",
                contact.A,
                contact.B,
                contact.FirstStage,
                contact.FirstStage,
                earliest,
                "stage");
        }
    }
}
