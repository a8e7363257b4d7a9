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
        "No contact between front teeth stands open by more than the threshold for longer than the trays allowed, from its IPR until the teeth use the space.",
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
            // what never closes is enamel taken for nothing (IPR005)
            if (evidence.Pairs.FirstOrDefault(p => p.A == contact.A && p.B == contact.B) is not { } pair || PlanEvidence.IsOver(OpenMm(evidence.Plan, pair, ^1), threshold))
                continue;
            int trays = 0;
            double widest = 0;
            for (int k = contact.FirstStage; k < pair.DepthMm.Length; k++)
            {
                double open = OpenMm(evidence.Plan, pair, k);
                if (!PlanEvidence.IsOver(open, threshold))
                    continue;
                trays++;
                widest = Math.Max(widest, open);
            }

            if (trays <= limit)
                continue;
            yield return Info.Finding(
                $"Contact {contact.A}–{contact.B}: IPR at stage {contact.FirstStage} leaves it open for {trays} trays, by up to {RuleInfo.Text(widest)} mm, until the teeth use the space; "
                    + $"at most {limit} are wanted.",
                contact.A,
                contact.B,
                contact.FirstStage,
                trays,
                limit,
                "trays");
        }
    }

    // enamel taken by then, less what the teeth have closed up; a cut that the scan shows uses none
    private static double OpenMm(PlanView plan, PairApproach pair, Index stage)
    {
        int k = stage.GetOffset(pair.DepthMm.Length);
        return IprContacts.DoneMm(plan, pair.A, pair.B, k) - Math.Max(0, pair.DepthMm[k] - pair.InitialMm);
    }
}
