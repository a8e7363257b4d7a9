using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tooth with a thin facial gingiva or bone is moved towards it.</summary>
public sealed class ThinBiotypeLoaded : IRule
{
    // 0.2 mm of recession a degree: half a millimetre at 2.5°
    private const double InclinationDeg = 2.5;
    private const double RootMm = 0.5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OUT004",
        nameof(ThinBiotypeLoaded),
        "outcome",
        FindingSeverity.Warning,
        "A tooth recorded as thin biotype is inclined facially by at most 2.5°, its root moved facially by at most 0.5 mm, and no enamel is taken from it in a tray that moves it facially.",
        ["CLN-02", "CLN-12"],
        "S",
        ["clinical.md 6.2: 0.2 mm of recession per degree of labial inclination (PMC7321713, 45 patients, S); thresholds are an engineering default"],
        "Recession depends on hygiene and on the thickness that is really there; a CBCT or a probe tells more than a flag.")
    {
        RootCause = RootCause.Biological,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        HashSet<int> thin = [.. evidence.Plan.Patient.Conditions.Where(c => c.Condition == ToothCondition.ThinBiotype).Select(c => c.Fdi)];
        foreach (ToothTrack track in evidence.Tracks.Where(t => thin.Contains(t.Tooth.Id.Fdi)))
        {
            ToothId tooth = track.Tooth.Id;
            int worst = Enumerable.Range(0, track.StageCount).MaxBy(k => track.FromStart[k].TorqueDeg);
            int root = Enumerable.Range(0, track.StageCount).MaxBy(k => track.FromStart[k].FacialMm);
            double deg = track.FromStart[worst].TorqueDeg;
            double mm = track.FromStart[root].FacialMm;
            if (PlanEvidence.IsOver(deg, InclinationDeg))
                yield return Over(tooth, worst, $"inclined facially by {RuleInfo.Text(deg)}°; the limit is {RuleInfo.Text(InclinationDeg)}°", deg, InclinationDeg, "deg");
            else if (PlanEvidence.IsOver(mm, RootMm))
                yield return Over(tooth, root, $"its root moved facially by {RuleInfo.Text(mm)} mm; the limit is {RuleInfo.Text(RootMm)} mm", mm, RootMm, "mm");
            foreach (PlanIpr ipr in evidence.Plan.Ipr.Where(i => i.Between.Contains(tooth.Fdi) && MovesFacially(evidence, tooth, i.Stage)))
            {
                yield return Info.Finding(
                    $"Tooth {tooth} is recorded as thin biotype: enamel is taken from it at stage {ipr.Stage}, in which it also moves facially.", tooth, stage: ipr.Stage);
            }
        }
    }

    private static bool MovesFacially(PlanEvidence evidence, ToothId tooth, int stage) =>
        evidence.Increments.Any(i => i.Tooth.Id == tooth && i.Stage == stage && i.Movement.Crown.Y > 0.02);

    private Finding Over(ToothId tooth, int stage, string what, double measured, double limit, string unit) =>
        Info.Finding($"Tooth {tooth} is recorded as thin biotype and at stage {stage} {what}.", tooth, stage: stage, measured: measured, limit: limit, unit: unit);
}
