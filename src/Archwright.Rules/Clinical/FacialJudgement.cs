using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The facial part of a plan's result beside the dental one (CLN-10): what the upper incisors do, against what was read of the face (CLN-08).</summary>
public static class FacialJudgement
{
    // below it nobody sees a change; the accuracy of a measurement on scans doubled
    private const double SeenMm = 0.5;

    /// <summary>The judgement; where the face was not read it says so.</summary>
    public static PlanFace Of(PlanEvidence evidence)
    {
        FacialReading? face = RecordGate.Of(evidence)?.Face;
        FaceChange? change = FaceChange.Of(evidence);
        return new PlanFace
        {
            UpperIncisorForwardMm = Rounded(change?.ForwardMm),
            UpperIncisorDownMm = Rounded(change?.DownMm),
            IsJudged = face is not null && change is not null,
            Statement = change is null ? "not judged: there is no upper central incisor"
                : face is null ? $"not judged: the face was not read from photographs; the upper incisors' edges go {Way(change)}"
                : string.Join("; ", Sentences(face, change)),
        };
    }

    private static IEnumerable<string> Sentences(FacialReading face, FaceChange change)
    {
        yield return $"the upper incisors' edges go {Way(change)}";
        if (face.UpperLipToELineMm is { } lip)
        {
            string lips = Math.Abs(change.ForwardMm) <= SeenMm ? "lip support stays" : change.ForwardMm > 0 ? "the upper lip gains support" : "the upper lip loses support";
            yield return $"{lips} (upper lip {RuleInfo.Text(lip)} mm to the E-line now)";
        }

        if (face.IncisorShownAtRestMm is { } shown)
            yield return $"{RuleInfo.Text(Math.Round(shown + change.DownMm, 1))} mm of upper incisor shown at rest instead of {RuleInfo.Text(shown)} mm";
        if (face.SmileArc is SmileArc.Flat or SmileArc.Reverse)
            yield return change.DownMm > SeenMm ? "the flat smile arc is helped by it" : "the smile arc was read as flat and is not helped";
        if (face.Asymmetry == FacialAsymmetry.Marked)
            yield return "the face is asymmetric: midlines are to be judged against the face, which the plan does not know";
    }

    private static string Way(FaceChange change)
    {
        string sagittal = $"{RuleInfo.Text(Math.Round(Math.Abs(change.ForwardMm), 1))} mm {(change.ForwardMm < 0 ? "back" : "forward")}";
        return $"{sagittal} and {RuleInfo.Text(Math.Round(Math.Abs(change.DownMm), 1))} mm {(change.DownMm < 0 ? "up" : "down")}";
    }

    private static double? Rounded(double? mm) => mm is { } v ? Math.Round(v, 2) + 0.0 : null;
}
