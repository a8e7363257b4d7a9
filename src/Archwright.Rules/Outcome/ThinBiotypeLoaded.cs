using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tooth with a thin facial gingiva or bone is moved towards it.</summary>
public sealed class ThinBiotypeLoaded : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OUT004",
        nameof(ThinBiotypeLoaded),
        "outcome",
        FindingSeverity.Warning,
        "A tooth recorded as thin biotype is inclined facially, and its root moved facially, by at most their limits, and no enamel is taken from it in "
            + "a tray that moves it facially.",
        ["CLN-02", "CLN-12"],
        "S",
        ["clinical.md 6.2: 0.2 mm of recession per degree of labial inclination (PMC7321713, 45 patients, S); thresholds are an engineering default"],
        "Recession depends on hygiene and on the thickness that is really there; a CBCT or a probe tells more than a flag.")
    {
        RootCause = RootCause.Biological,
        Options = ["periodontium.thinInclinationDeg", "periodontium.thinRootMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PeriodontalPreferences limits = evidence.Plan.Preferences.Periodontium;
        HashSet<int> thin = [.. evidence.Plan.Patient.Conditions.Where(c => c.Condition == ToothCondition.ThinBiotype).Select(c => c.Fdi)];
        foreach (ToothTrack track in evidence.Tracks.Where(t => thin.Contains(t.Tooth.Id.Fdi)))
        {
            ToothId tooth = track.Tooth.Id;
            int worst = Enumerable.Range(0, track.StageCount).MaxBy(k => track.FromStart[k].TorqueDeg);
            int root = Enumerable.Range(0, track.StageCount).MaxBy(k => track.FromStart[k].FacialMm);
            double deg = track.FromStart[worst].TorqueDeg;
            double mm = track.FromStart[root].FacialMm;
            if (PlanEvidence.IsOver(deg, limits.ThinInclinationDeg))
                yield return Over(tooth, worst, $"inclined facially by {RuleInfo.Text(deg)}°", deg, limits.ThinInclinationDeg, "°", "deg");
            else if (PlanEvidence.IsOver(mm, limits.ThinRootMm))
                yield return Over(tooth, root, $"its root moved facially by {RuleInfo.Text(mm)} mm", mm, limits.ThinRootMm, " mm", "mm");
            foreach (PlanIpr ipr in evidence.Plan.Ipr.Where(i => i.Between.Contains(tooth.Fdi) && MovesFacially(evidence, tooth, i.Stage)))
            {
                yield return Info.Finding(
                    $"Tooth {tooth} is recorded as thin biotype: enamel is taken from it at stage {ipr.Stage}, in which it also moves facially.", tooth, stage: ipr.Stage);
            }
        }
    }

    private static bool MovesFacially(PlanEvidence evidence, ToothId tooth, int stage) =>
        evidence.Increments.Any(i => i.Tooth.Id == tooth && i.Stage == stage && i.Movement.Crown.Y > 0.02);

    private Finding Over(ToothId tooth, int stage, string what, double measured, double limit, string sign, string unit) => Info.Finding(
        $"Tooth {tooth} is recorded as thin biotype and at stage {stage} {what}; the limit is {RuleInfo.Text(limit)}{sign}.",
        tooth, stage: stage, measured: measured, limit: limit, unit: unit);
}
