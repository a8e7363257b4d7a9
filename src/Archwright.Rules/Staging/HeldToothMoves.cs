using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tooth that may not move is moved.</summary>
public sealed class HeldToothMoves : IRule
{
    private const double HeldMm = 0.001;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "STG003",
        nameof(HeldToothMoves),
        "staging",
        FindingSeverity.Blocker,
        "A fixed, ankylosed or bridged tooth, or an implant, keeps its place at every stage to 0.001 mm at crown and apex.",
        ["STG-10", "CHK-01"],
        "user",
        ["issue 2, item 7: held teeth hold"],
        "")
    {
        MayBeWaived = false,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach (ToothTrack track in evidence.Tracks.Where(t => !t.Tooth.IsMovable))
        {
            for (int k = 1; k < track.StageCount; k++)
            {
                Movement m = track.FromStart[k];
                double moved = Math.Max(m.Crown.Length, m.Apex.Length);
                if (moved <= HeldMm)
                    continue;
                yield return Info.Finding(
                    $"Tooth {track.Tooth.Id} may not move ({Why(track.Tooth.Restriction)}) and stands {RuleInfo.Text(moved)} mm off at stage {k}.",
                    track.Tooth.Id,
                    stage: k,
                    measured: moved,
                    limit: HeldMm,
                    unit: "mm");
                break;
            }
        }
    }

    private static string Why(ToothRestriction restriction) => restriction switch
    {
        ToothRestriction.Implant => "implant",
        ToothRestriction.Ankylosed => "ankylosed",
        ToothRestriction.Bridge => "part of a bridge",
        _ => "held by the doctor's order",
    };
}
