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
        "No bite jump in a patient not known to grow, neither named as strategy nor as a shift of a whole jaw's teeth together, in one stage or over several, "
            + "without the doctor's order and reason.",
        ["ANC-04", "ANC-06"],
        "user",
        ["requirements.csv ANC-04; what counts as a jump in the poses (all teeth of a jaw by 0.5 mm, alike to 0.1 mm) is an engineering default"],
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
            if (teeth.Length < FewestTeeth || Jump(teeth) is not { } jump)
                continue;
            string when = jump.From == jump.Stage - 1 ? $"in stage {jump.Stage}" : $"in stages {jump.From + 1} to {jump.Stage}";
            yield return Info.Finding(
                $"All {(jaw == Jaw.Upper ? "upper" : "lower")} teeth go {RuleInfo.Text(jump.Mm)} mm together {when}: a bite jump nobody ordered.",
                stage: jump.Stage,
                measured: jump.Mm,
                limit: JumpMm,
                unit: "mm");
        }
    }

    /// <summary>The first stage by which a jaw's teeth have gone too far together, since the stage before or since the start; null where none is.</summary>
    private static (int From, int Stage, double Mm)? Jump(ToothTrack[] teeth)
    {
        for (int k = 1; k < teeth[0].StageCount; k++)
        {
            foreach (int from in new[] { k - 1, 0 })
            {
                Vec3[] shifts = [.. teeth.Select(t => t.Poses[k].Apply(t.Tooth.Landmarks.OcclusalPoint) - t.Poses[from].Apply(t.Tooth.Landmarks.OcclusalPoint))];
                Vec3 mean = shifts.Aggregate(Vec3.Zero, (a, b) => a + b) / shifts.Length;
                if (mean.Length > JumpMm && shifts.All(s => Vec3.Distance(s, mean) <= TogetherMm))
                    return (from, k, mean.Length);
            }
        }

        return null;
    }
}
