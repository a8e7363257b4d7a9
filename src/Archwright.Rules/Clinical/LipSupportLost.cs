using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Upper incisors go back behind lips that lie back already.</summary>
public sealed class LipSupportLost : IRule
{
    private const double BackMm = 2;

    // adult upper lip 4 mm behind the E-line (Ricketts; M, unverified)
    private const double UpperLipMm = -4;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN009",
        nameof(LipSupportLost),
        "clinical",
        FindingSeverity.Warning,
        "Where the upper lip lies 4 mm or more behind the E-line, the upper incisors' edges go back by at most 2 mm.",
        ["CLN-08", "CLN-10"],
        "engineering",
        ["engineering default, no clinical source: 2 mm of retraction; that the profile is analysed and used: requirements.csv CLN-08; the lip's norm is Ricketts' (M, unverified)"],
        "How far a lip follows the teeth varies between patients and with lip thickness; age alone flattens lips.");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        if (RecordGate.Of(evidence)?.Face?.UpperLipToELineMm is not { } lip || lip > UpperLipMm || FaceChange.Of(evidence) is not { } change)
            yield break;
        if (PlanEvidence.IsOver(-change.ForwardMm, BackMm))
        {
            yield return Info.Finding(
                $"The upper lip lies {RuleInfo.Text(-lip)} mm behind the E-line and the upper incisors' edges go back by {RuleInfo.Text(-change.ForwardMm)} mm; "
                    + $"over {RuleInfo.Text(BackMm)} mm lip support is in question.",
                measured: -change.ForwardMm,
                limit: BackMm,
                unit: "mm");
        }
    }
}
