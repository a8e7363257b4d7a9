using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The series of photographs lacks standard views.</summary>
public sealed class PhotosIncomplete : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC009",
        nameof(PhotosIncomplete),
        "records",
        FindingSeverity.Blocker,
        "Each of the nine standard views, four of the face and five inside the mouth, is photographed or waived by the treating doctor.",
        ["REC-08", "REC-09", "REC-11"],
        "user",
        ["requirements.csv REC-09 (standard views, extra- and intra-oral, a slot per view and a completeness check); which nine is an engineering default"],
        "Protocols differ in their views: some leave out the 45° view, some add a smiling profile and an overjet view.");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        RecordLine[] missing =
        [
            .. RecordChecklist.Of(RecordGate.Of(evidence)).Where(l => l.Key.StartsWith("photos", StringComparison.Ordinal) && l.IsMissing),
        ];
        if (missing.Length == 0)
            yield break;
        bool all = missing[0].Key == "photos";
        int count = all ? PhotoSeries.ViewNames.Length : missing.Length;
        string what = all
            ? missing[0].Standing == RecordStanding.Absent ? $"The series of photographs is {RecordGate.Why(missing[0])}" : "Nothing is said of photographs"
            : $"Photographs lack {count} of {PhotoSeries.ViewNames.Length} views: {string.Join(", ", missing.Select(m => m.Name["photograph ".Length..]))}";
        yield return Info.Finding($"{what}. Take them, or have the treating doctor waive them.", measured: count, limit: 0, unit: "count");
    }
}
