using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>One tooth loses more enamel at its two contacts than it may.</summary>
public sealed class IprOverEnamelOfTooth : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR009",
        nameof(IprOverEnamelOfTooth),
        "ipr",
        FindingSeverity.Warning,
        "No tooth loses more enamel than its budget at both contacts together; each contact's amount is shared alike by its two teeth.",
        ["IPR-03", "IPR-10"],
        "engineering",
        ["engineering default, no clinical source: two contacts at the cap of IPR-03, shared alike, doubled for one refinement"],
        "Sarig 2015 finds 0.63 mm of enamel at incisors and 1.48 mm at first molars a side; half of it is the usual advice (clinical.md 3.4).")
    {
        Options = ["ipr.enamelPerToothMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Ipr.EnamelPerToothMm;
        var lost = new SortedDictionary<ToothId, (double Mm, int Stage)>();
        foreach (IprContact contact in IprContacts.Of(evidence.Plan))
        {
            foreach (ToothId tooth in new[] { contact.A, contact.B })
            {
                (double mm, int stage) = lost.GetValueOrDefault(tooth);
                lost[tooth] = (mm + (contact.TotalMm / 2), Math.Max(stage, contact.Entries[^1].Stage));
            }
        }

        foreach ((ToothId tooth, (double mm, int stage)) in lost)
        {
            if (PlanEvidence.IsOver(mm, limit))
            {
                yield return Info.Finding(
                    $"Tooth {tooth} loses {RuleInfo.Text(mm)} mm of enamel at its contacts by stage {stage}; budget {RuleInfo.Text(limit)} mm.",
                    tooth,
                    stage: stage,
                    measured: mm,
                    limit: limit,
                    unit: "mm");
            }
        }
    }
}
