using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tooth whose gum has receded is moved towards the lip or cheek.</summary>
public sealed class RecededToothMovedFacially : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN008",
        nameof(RecededToothMovedFacially),
        "clinical",
        FindingSeverity.Warning,
        "A tooth whose facial recession has reached the limit is inclined facially, and its crown moved facially, by at most theirs.",
        ["CLN-01", "CLN-02"],
        "S",
        ["clinical.md 6.2: 0.2 mm of recession per degree of labial inclination (PMC7321713, 45 patients, S); thresholds are an engineering default"],
        "Moving a tooth that stands outside its bone back into it may let the gum recover; this rule looks outwards only.")
    {
        RootCause = RootCause.Biological,
        Options = ["periodontium.recessionMm", "periodontium.recededInclinationDeg", "periodontium.recededCrownMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PeriodontalPreferences limits = evidence.Plan.Preferences.Periodontium;
        Dictionary<int, ToothPeriodontium> receded = ChartedTeeth.Of(evidence)
            .Where(t => t.RecessionMm >= limits.RecessionMm).DistinctBy(t => t.Fdi).ToDictionary(t => t.Fdi);
        foreach (ToothTrack track in evidence.Tracks.Where(t => t.StageCount > 0 && receded.ContainsKey(t.Tooth.Id.Fdi)))
        {
            int turned = Enumerable.Range(0, track.StageCount).MaxBy(k => track.FromStart[k].TorqueDeg);
            int moved = Enumerable.Range(0, track.StageCount).MaxBy(k => track.FromStart[k].Crown.Y);
            double deg = track.FromStart[turned].TorqueDeg;
            double mm = track.FromStart[moved].Crown.Y;
            string gum = $"Tooth {track.Tooth.Id} has {RuleInfo.Text(receded[track.Tooth.Id.Fdi].RecessionMm)} mm of recession and";
            if (PlanEvidence.IsOver(deg, limits.RecededInclinationDeg))
            {
                yield return Info.Finding(
                    $"{gum} is inclined facially by {RuleInfo.Text(deg)}° at stage {turned}; the limit is {RuleInfo.Text(limits.RecededInclinationDeg)}°.",
                    track.Tooth.Id, stage: turned, measured: deg, limit: limits.RecededInclinationDeg, unit: "deg");
            }
            else if (PlanEvidence.IsOver(mm, limits.RecededCrownMm))
            {
                yield return Info.Finding(
                    $"{gum} its crown is moved facially by {RuleInfo.Text(mm)} mm at stage {moved}; the limit is {RuleInfo.Text(limits.RecededCrownMm)} mm.",
                    track.Tooth.Id, stage: moved, measured: mm, limit: limits.RecededCrownMm, unit: "mm");
            }
        }
    }
}
