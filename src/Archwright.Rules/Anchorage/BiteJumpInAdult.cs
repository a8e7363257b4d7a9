using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>The bite of a grown patient jumps without an order.</summary>
public sealed class BiteJumpInAdult : IRule
{
    private const int FewestTeeth = 4;
    private const double TogetherMm = 0.1;
    private const double JumpMm = 0.5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ANC002",
        nameof(BiteJumpInAdult),
        "anchorage",
        FindingSeverity.Blocker,
        "No bite jump in a patient not known to grow, neither named as strategy nor as a shift of a whole jaw's teeth in one stage, without the doctor's "
            + "order and reason.",
        ["ANC-04", "ANC-06"],
        "user",
        ["requirements.csv ANC-04; what counts as a jump in the poses (all teeth of a jaw, 0.5 mm in one stage) is an engineering default"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PlanStrategy? strategy = evidence.Plan.Strategy;
        bool grows = strategy?.PatientGroup is PatientGroup.Child or PatientGroup.Teen;
        if (grows || !string.IsNullOrWhiteSpace(evidence.Plan.Preferences.ClassTwo.BiteJumpReason))
            yield break;
        if (strategy?.ClassTwo == ClassTwoStrategy.BiteJump)
        {
            yield return Info.Finding("The Class II strategy is a bite jump, and no reason is ordered for it (classTwo.biteJumpReason).");
            yield break;
        }

        foreach (Jaw jaw in new[] { Jaw.Upper, Jaw.Lower })
        {
            ToothTrack[] teeth = [.. evidence.Tracks.Where(t => t.Tooth.Id.Jaw == jaw)];
            for (int k = 1; teeth.Length >= FewestTeeth && k < teeth[0].StageCount; k++)
            {
                Vec3[] shifts = [.. teeth.Select(t => t.Poses[k].Apply(t.Tooth.Landmarks.OcclusalPoint) - t.Poses[k - 1].Apply(t.Tooth.Landmarks.OcclusalPoint))];
                Vec3 mean = shifts.Aggregate(Vec3.Zero, (a, b) => a + b) / shifts.Length;
                if (mean.Length <= JumpMm || shifts.Any(s => Vec3.Distance(s, mean) > TogetherMm))
                    continue;
                yield return Info.Finding(
                    $"All {(jaw == Jaw.Upper ? "upper" : "lower")} teeth go {RuleInfo.Text(mean.Length)} mm together in stage {k}: a bite jump nobody ordered.",
                    stage: k,
                    measured: mean.Length,
                    limit: JumpMm,
                    unit: "mm");
                break;
            }
        }
    }
}
