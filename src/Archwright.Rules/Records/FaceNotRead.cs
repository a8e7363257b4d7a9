using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>There are photographs, and nobody wrote down what they show.</summary>
public sealed class FaceNotRead : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC016",
        nameof(FaceNotRead),
        "records",
        FindingSeverity.Warning,
        "Where photographs of the face are on record, smile arc, facial asymmetry, lip competence, profile and both lips' distance to the E-line are read from them.",
        ["REC-10", "CLN-08", "CLN-10"],
        "user",
        ["requirements.csv REC-10 (smile arc, facial asymmetry, lip competence: a field each that the reviewer fills), CLN-08 (profile)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        CaseRecords? records = RecordGate.Of(evidence);
        if (records?.Photos is not { State: RecordState.Present } photos || !HasFace(photos))
            yield break;
        string[] lacking = [.. Lacking(records.Face ?? new FacialReading())];
        if (lacking.Length > 0)
        {
            yield return Info.Finding(
                $"Photographs are on record and not read: {string.Join(", ", lacking)}. What the plan does to the face is not judged.",
                measured: lacking.Length,
                limit: 0,
                unit: "count");
        }
    }

    private static bool HasFace(PhotoSeries photos) =>
        photos.Slots().Any(s => s.Key.StartsWith("face", StringComparison.Ordinal) && s.Item is { State: RecordState.Present });

    private static IEnumerable<string> Lacking(FacialReading face)
    {
        if (face.SmileArc is null)
            yield return "smile arc";
        if (face.Asymmetry is null)
            yield return "facial asymmetry";
        if (face.LipsCompetent is null)
            yield return "lip competence";
        if (face.Profile is null)
            yield return "profile";
        if (face.UpperLipToELineMm is null || face.LowerLipToELineMm is null)
            yield return "lips to the E-line";
    }
}
