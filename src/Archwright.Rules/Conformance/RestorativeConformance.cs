using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Teeth with restorative work: whether attachments keep off ceramic (PRF-09).</summary>
internal static class RestorativeConformance
{
    public static IEnumerable<PreferenceEvidence> Of(PlanView plan)
    {
        const string name = "restorative.attachmentsOnCeramic";
        RestorativePlan? restored = plan.Patient.Records?.Restorative;
        if (plan.Preferences.Restorative.AttachmentsOnCeramic)
            return [Verdict.NotApplicable(name, "attachments may be bonded to ceramic")];
        if (restored is null || !restored.Items.Any(i => new[] { ToothSurface.Facial, ToothSurface.Lingual }.Any(s => restored.CeramicOn(i.Fdi, s) is not null)))
            return [Verdict.NotApplicable(name, "no tooth is on record as carrying ceramic while trays are worn")];
        PlanAttachment? first = plan.Attachments.FirstOrDefault(a => restored.CeramicOn(a.Fdi, a.Surface) is not null);
        return
        [
            first is null
                ? Verdict.Obeyed(name, $"none of {plan.Attachments.Length} attachments stands on ceramic")
                : Verdict.Broken(name, $"tooth {first.Fdi} carries ceramic and has an attachment from stage {first.On} on"),
        ];
    }
}
