using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>A tooth the plan leans on moves while it is an anchor.</summary>
public sealed class AnchorGivesWay : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ANC001",
        nameof(AnchorGivesWay),
        "anchorage",
        FindingSeverity.Blocker,
        "The crown point of a tooth of an anchor group moves no more than the bound in the stages in which it anchors.",
        ["ANC-03", "STG-02", "STG-07"],
        "user",
        ["requirements.csv ANC-03 (a set bound); the bound itself is an engineering default, no clinical source"],
        "")
    {
        Options = ["anchorage.anchorMovementMaxMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Anchorage.AnchorMovementMaxMm;
        foreach (PlanGroup group in evidence.Plan.Strategy?.Groups.Where(g => g.Role == GroupRole.Anchor) ?? [])
        {
            foreach (ToothTrack track in evidence.Tracks.Where(t => group.Teeth.Contains(t.Tooth.Id.Fdi)))
            {
                Vec3 point = track.Tooth.Landmarks.OcclusalPoint;
                int last = Math.Min(group.To, track.StageCount - 1);
                for (int k = Math.Max(1, group.From); k <= last; k++)
                {
                    double moved = Vec3.Distance(track.Poses[k].Apply(point), track.Poses[Math.Max(1, group.From) - 1].Apply(point));
                    if (!PlanEvidence.IsOver(moved, limit))
                        continue;
                    yield return Info.Finding(
                        $"Tooth {track.Tooth.Id} anchors in stages {group.From}–{group.To} and stands {RuleInfo.Text(moved)} mm off at stage {k}; bound {RuleInfo.Text(limit)} mm.",
                        track.Tooth.Id,
                        stage: k,
                        measured: moved,
                        limit: limit,
                        unit: "mm");
                    break;
                }
            }
        }
    }
}
