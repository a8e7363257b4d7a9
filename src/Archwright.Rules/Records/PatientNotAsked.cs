using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Questions of the protocol that nobody has answered.</summary>
public sealed class PatientNotAsked : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC017",
        nameof(PatientNotAsked),
        "records",
        FindingSeverity.Warning,
        "History of root resorption, restorative plan, the doctor's knowledge of the patient (mindset or expected compliance), and the dates of scan and hand-in are told, if only that there is nothing to tell.",
        ["REC-14", "CLN-11", "CLN-13"],
        "user",
        ["requirements.csv REC-14 (history of resorption is a trigger, so it is asked), CLN-11 (knowledge of the patient is an input field)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        string[] open = [.. Open(evidence.Plan.Patient)];
        if (open.Length > 0)
            yield return Info.Finding($"Not told: {string.Join(", ", open)}.", measured: open.Length, limit: 0, unit: "count");
    }

    private static IEnumerable<string> Open(PlanPatient patient)
    {
        foreach (RecordLine line in RecordChecklist.Of(patient.Records).Where(l => l.Key is "resorption" or "restorative" && l.IsMissing))
            yield return line.Name;
        if (patient.Records?.Knowledge is null && patient.Compliance is null)
            yield return "the doctor's knowledge of the patient";
        if (patient.Records is not { Submitted: not null, Scanned: not null })
            yield return "dates of scan and hand-in";
    }
}
