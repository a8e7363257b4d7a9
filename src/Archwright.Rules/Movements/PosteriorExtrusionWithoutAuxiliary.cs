using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A premolar or molar is extruded and no auxiliary is at work from the start of it to its end.</summary>
public sealed class PosteriorExtrusionWithoutAuxiliary : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV007",
        nameof(PosteriorExtrusionWithoutAuxiliary),
        "movement",
        FindingSeverity.Blocker,
        "A premolar or molar that is extruded beyond what a scan can tell has an auxiliary from then on until it is highest.",
        ["VEL-06", "VEL-12", "CHK-01"],
        "user",
        ["requirements.csv VEL-12 (the user's table: often unachievable without auxiliaries)"],
        "Expression of molar extrusion is among the lowest of all movements (clinical.md 1.6, D); some reports reach 1–1.8 mm in "
            + "lower molars and premolars while a deep bite is opened (Spillers 2025, S).")
    {
        Options = ["checks.posteriorExtrusionFreeMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double free = evidence.Plan.Preferences.Checks.PosteriorExtrusionFreeMm;
        foreach (ToothTrack track in evidence.Tracks.Where(t => !t.Tooth.Id.IsAnterior))
        {
            int first = -1;
            int highest = 0;
            for (int k = 1; k < track.StageCount; k++)
            {
                double extruded = track.FromStart[k].ExtrusionMm;
                if (first < 0 && PlanEvidence.IsOver(extruded, free))
                    first = k;
                if (extruded > track.FromStart[highest].ExtrusionMm + ToothIncrement.StillMm)
                    highest = k;
            }

            ToothId tooth = track.Tooth.Id;
            if (first < 0 || evidence.Plan.Auxiliaries.Any(a => a.Fdi == tooth.Fdi && Pulls(a.Type) && a.From <= first && a.To >= highest))
                continue;
            double most = track.FromStart[highest].ExtrusionMm;
            yield return Info.Finding(
                $"Tooth {tooth} is extruded by {RuleInfo.Text(most)} mm, over {RuleInfo.Text(free)} mm from stage {first} and most at "
                    + $"stage {highest}, with no auxiliary on it all that time.",
                tooth,
                stage: first,
                measured: most,
                limit: free,
                unit: "mm");
        }
    }

    // what only fills, presses or makes room cannot pull a tooth out
    private static bool Pulls(string type) => type is not ("pontic" or "power-ridge" or "bite-ramp" or "button-cut-out" or "hook-cut-out");
}
