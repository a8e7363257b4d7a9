using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Enamel between front teeth is taken long before they close up.</summary>
public sealed class IprOpensContact : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR011",
        nameof(IprOpensContact),
        "ipr",
        FindingSeverity.Warning,
        "No contact between front teeth stands open by more than the threshold in more trays than allowed after its IPR, while the teeth do not use the space.",
        ["IPR-05", "IPR-06"],
        "user",
        ["requirements.csv IPR-06 (early IPR opens contacts, which destabilises the anterior alignment); both thresholds are engineering defaults"],
        "")
    {
        Options = ["checks.iprOpenTrays", "checks.iprUnusedMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        int limit = evidence.Plan.Preferences.Checks.IprOpenTrays;
        double threshold = evidence.Plan.Preferences.Checks.IprUnusedMm;
        foreach (IprContact contact in IprContacts.Of(evidence.Plan).Where(c => c.A.IsAnterior && c.B.IsAnterior))
        {
            if (evidence.Pairs.FirstOrDefault(p => p.A == contact.A && p.B == contact.B) is not { } pair || contact.FirstStage >= pair.DepthMm.Length)
                continue;
            double[] gaps = [.. Enumerable.Range(contact.FirstStage, pair.DepthMm.Length - contact.FirstStage).Select(k => OpenMm(evidence.Plan, pair, k))];
            double[] open = [.. gaps.Where(mm => PlanEvidence.IsOver(mm, threshold))];
            // what never closes is enamel taken for nothing (IPR005)
            if (open.Length <= limit || open.Length == gaps.Length)
                continue;
            yield return Info.Finding(
                $"Contact {contact.A}–{contact.B}: IPR at stage {contact.FirstStage} leaves it open for {open.Length} trays, by up to {RuleInfo.Text(open.Max())} mm, "
                    + $"in which the teeth do not use the space; at most {limit} are wanted.",
                contact.A,
                contact.B,
                contact.FirstStage,
                open.Length,
                limit,
                "trays");
        }
    }

    // enamel taken by then, less what the teeth have closed up; a cut that the scan shows uses none
    private static double OpenMm(PlanView plan, PairApproach pair, int stage) =>
        IprContacts.DoneMm(plan, pair.A, pair.B, stage) - Math.Max(0, pair.DepthMm[stage] - pair.InitialMm);
}
