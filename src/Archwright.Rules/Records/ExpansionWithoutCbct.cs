using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>An arch is widened so far that the bone must be known, and the roots are templates.</summary>
public sealed class ExpansionWithoutCbct : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC002",
        nameof(ExpansionWithoutCbct),
        "records",
        FindingSeverity.Warning,
        "At no stage does the distance of the crown points of a right and left tooth (canine to second molar) grow by more than the "
            + "threshold unless both roots are known from a volume or mesh.",
        ["REC-04", "REC-14", "REC-15"],
        "user",
        ["requirements.csv REC-14 (CBCT required for planned expansion over 2 mm)"],
        "Practice pages keep expansion within 2 mm a side (clinical.md 1.2), twice the user's figure if that is read as a total.")
    {
        Options = ["checks.expansionWithoutCbctMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.ExpansionWithoutCbctMm;
        foreach (ToothTrack right in evidence.Tracks.Where(t => t.Tooth.Id is { IsRight: true, Position: >= 3 and <= 7 }))
        {
            ToothTrack? left = evidence.Tracks.FirstOrDefault(t => t.Tooth.Id == right.Tooth.Id.Mirrored());
            if (left is null || (Known(right.Tooth) && Known(left.Tooth)))
                continue;
            double start = Width(right, left, 0);
            int widest = Enumerable.Range(0, right.StageCount).MaxBy(k => Width(right, left, k));
            double growth = Width(right, left, widest) - start;
            if (!PlanEvidence.IsOver(growth, limit))
                continue;
            yield return Info.Finding(
                $"Teeth {right.Tooth.Id} and {left.Tooth.Id} are spread by {RuleInfo.Text(growth)} mm at stage {widest} and their roots are "
                    + $"templates; over {RuleInfo.Text(limit)} mm a CBCT is required.",
                right.Tooth.Id,
                left.Tooth.Id,
                widest,
                growth,
                limit,
                "mm");
        }
    }

    private static bool Known(Tooth tooth) => tooth.RootSource != RootSource.Template;

    private static double Width(ToothTrack a, ToothTrack b, int stage) => Vec3.Distance(
        a.Poses[stage].Apply(a.Tooth.Landmarks.OcclusalPoint), b.Poses[stage].Apply(b.Tooth.Landmarks.OcclusalPoint));
}
