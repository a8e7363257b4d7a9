using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An apex travels so far that root resorption must be thought of.</summary>
public sealed class RootMovedFar : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "APX002",
        nameof(RootMovedFar),
        "roots",
        FindingSeverity.Warning,
        "No apex is ever further from its place on the scan than the threshold.",
        ["OCC-06", "REC-14"],
        "engineering",
        ["engineering default, no clinical source; that resorption risk is part of every check: requirements.csv OCC-06"],
        "How far an apex may go is not known: displacement is one risk beside root form and history, which a scan does not show.")
    {
        Options = ["checks.apexPathMm"],
        RootCause = RootCause.Biological,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.ApexPathMm;
        foreach (ToothTrack track in evidence.Tracks)
        {
            int furthest = 0;
            for (int k = 1; k < track.StageCount; k++)
            {
                if (track.FromStart[k].Apex.Length > track.FromStart[furthest].Apex.Length)
                    furthest = k;
            }

            double path = track.FromStart[furthest].Apex.Length;
            if (!PlanEvidence.IsOver(path, limit))
                continue;
            string seen = track.Tooth.RootSource == RootSource.Template ? "; the root is a template: root form and length are not known" : "";
            yield return Info.Finding(
                $"Tooth {track.Tooth.Id}: its apex is moved {RuleInfo.Text(path)} mm by stage {furthest}, over {RuleInfo.Text(limit)} mm: risk of root resorption{seen}.",
                track.Tooth.Id,
                stage: furthest,
                measured: path,
                limit: limit,
                unit: "mm");
        }
    }
}
