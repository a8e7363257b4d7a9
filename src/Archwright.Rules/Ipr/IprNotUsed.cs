using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Enamel is to be removed and the teeth never come so near that they need it.</summary>
public sealed class IprNotUsed : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR005",
        nameof(IprNotUsed),
        "ipr",
        FindingSeverity.Warning,
        "At each contact with IPR the teeth come so near at some stage that all of the enamel removed is used, but for the threshold.",
        ["IPR-05", "IPR-06", "IPR-10"],
        "user",
        ["requirements.csv IPR-05 (IPR is synchronised with the alignment that needs it); the threshold is an engineering default"],
        "Executed IPR is about half of what is planned (De Felice 2020, clinical.md 1.5, S), so some plan more than they need.")
    {
        Options = ["checks.iprUnusedMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double threshold = evidence.Plan.Preferences.Checks.IprUnusedMm;
        foreach (IprContact contact in IprContacts.Of(evidence.Plan))
        {
            PairApproach? pair = evidence.Pairs.FirstOrDefault(p => p.A == contact.A && p.B == contact.B);
            double deepest = pair?.DepthMm.Max() ?? 0;
            // A depth that was there from the start needs no enamel.
            double used = pair is not null && deepest > pair.InitialMm + ToothIncrement.StillMm ? deepest : 0;
            double unused = contact.TotalMm - used;
            if (!PlanEvidence.IsOver(unused, threshold))
                continue;
            yield return Info.Finding(
                $"Contact {contact.A}–{contact.B}: {RuleInfo.Text(contact.TotalMm)} mm of enamel, of which the teeth never use "
                    + $"{RuleInfo.Text(unused)} mm, which is an open contact: they cut {RuleInfo.Text(pair?.InitialMm ?? 0)} mm on the scan and at most "
                    + $"{RuleInfo.Text(deepest)} mm later.",
                contact.A,
                contact.B,
                contact.FirstStage,
                unused,
                threshold,
                "mm");
        }
    }
}
