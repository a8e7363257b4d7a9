using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A root is turned so far that it must be seen, and it is a template.</summary>
public sealed class RootMovementWithoutCbct : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC003",
        nameof(RootMovementWithoutCbct),
        "records",
        FindingSeverity.Warning,
        "At no stage has a tooth whose root is a template changed its torque, or moved its root mesiodistally, by more than the threshold, unless a cone-beam volume is on record or waived by the treating doctor.",
        ["REC-04", "REC-14", "REC-15", "OCC-06"],
        "user",
        ["requirements.csv REC-14 (CBCT required for significant torque change; 10° is our reading, after Simon 2014)"],
        "The user gives no number for significant; 10° is where a study of torque begins (clinical.md 1.1, S).")
    {
        Options = ["checks.rootMovementWithoutCbctDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.RootMovementWithoutCbctDeg;
        if (RecordGate.IsCbctSettled(evidence))
            yield break;
        foreach (ToothTrack track in evidence.Tracks.Where(t => t.Tooth.RootSource == RootSource.Template))
        {
            double most = 0;
            int at = 0;
            for (int k = 1; k < track.StageCount; k++)
            {
                double turned = Math.Max(Math.Abs(track.FromStart[k].TorqueDeg), RootTip(track.FromStart[k]));
                if (turned > most)
                    (most, at) = (turned, k);
            }

            if (!PlanEvidence.IsOver(most, limit))
                continue;
            string kind = RootTip(track.FromStart[at]) >= most ? "root is moved mesiodistally" : "torque is changed";
            yield return Info.Finding(
                $"Tooth {track.Tooth.Id}: {kind} by {RuleInfo.Text(most)}° at stage {at} and the root is a template; over "
                    + $"{RuleInfo.Text(limit)}° a CBCT is required.",
                track.Tooth.Id,
                stage: at,
                measured: most,
                limit: limit,
                unit: "deg");
        }
    }

    private static double RootTip(Movement m) =>
        MovementLimits.PlaneType(m.Crown.X, m.Apex.X, MovementType.RootUprighting) == MovementType.CrownTipping ? 0 : Math.Abs(m.TipDeg);
}
