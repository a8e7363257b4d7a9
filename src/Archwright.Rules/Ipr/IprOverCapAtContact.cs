using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>More enamel is to be removed at one contact than the cap allows.</summary>
public sealed class IprOverCapAtContact : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR001",
        nameof(IprOverCapAtContact),
        "ipr",
        FindingSeverity.Warning,
        "Enamel removed at one contact, both teeth and all stages together, stays within the cap.",
        ["IPR-03", "IPR-08"],
        "user",
        ["requirements.csv IPR-03 (at most 0.3 mm per contact)"],
        "Guidelines allow 0.5 mm per anterior and 1.0 mm per posterior contact (Sarig 2015, clinical.md 3.4, S); a CBCT study of 1,615 "
            + "teeth advises care above 0.20 mm at one site (S).")
    {
        Options = ["ipr.maxPerContactMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double cap = evidence.Plan.Preferences.Ipr.MaxPerContactMm;
        foreach (IprContact contact in IprContacts.Of(evidence.Plan))
        {
            if (!PlanEvidence.IsOver(contact.TotalMm, cap))
                continue;
            yield return Info.Finding(
                $"Contact {contact.A}–{contact.B}: {RuleInfo.Text(contact.TotalMm)} mm of enamel; the cap is {RuleInfo.Text(cap)} mm.",
                contact.A,
                contact.B,
                contact.FirstStage,
                contact.TotalMm,
                cap,
                "mm");
        }
    }
}
