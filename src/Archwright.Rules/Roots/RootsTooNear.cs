using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The roots of two neighbours come nearer to each other than bone can stand between them, at any height.</summary>
public sealed class RootsTooNear : IRule
{
    // a change that root templates can tell
    private const double NearerMm = 0.5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "APX003",
        nameof(RootsTooNear),
        "roots",
        FindingSeverity.Warning,
        "At the last stage the roots of two neighbouring teeth are at least the set distance apart at every height, unless they have not come "
            + "nearer by 0.5 mm on the way.",
        ["OCC-06", "REC-04"],
        "S",
        [
            "root proximity is read from 1.0 mm between neighbouring roots down: review, Front Dent (Treatment planning challenges in case of root proximity)",
            "Vermylen 2005, doi 10.1111/j.1600-051X.2005.00667.x (places and severities of root proximity)",
        ],
        "Whether near roots harm the bone is disputed: no influence in untreated patients (Vermylen 2005), a risk of bone loss (Kim 2008). Roots are templates.")
    {
        Options = ["checks.rootDistanceMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.RootDistanceMm;
        ImmutableArray<RootBranch>[] roots = [.. evidence.Tracks.Select(t => RootForm.Of(t.Tooth))];
        for (int i = 0; i + 1 < evidence.Tracks.Length; i++)
        {
            ToothTrack a = evidence.Tracks[i];
            ToothTrack b = evidence.Tracks[i + 1];
            if (!RootApproach.AreNeighbours(a.Tooth.Id, b.Tooth.Id))
                continue;
            int last = a.StageCount - 1;
            if (RootApproach.Between(roots[i], a.Poses[last], roots[i + 1], b.Poses[last]) is not { GapMm: var apart } || apart >= limit * 0.999)
                continue;
            double nearer = RootApproach.Between(roots[i], a.Poses[0], roots[i + 1], b.Poses[0])!.Value.GapMm - apart;
            if (nearer < NearerMm)
                continue;
            bool isKnown = a.Tooth.RootSource != RootSource.Template && b.Tooth.RootSource != RootSource.Template;
            string state = apart <= 0 ? "meet" : $"are {RuleInfo.Text(apart)} mm apart";
            yield return Info.Finding(
                $"Roots of {a.Tooth.Id} and {b.Tooth.Id} {state} at the last stage, {RuleInfo.Text(nearer)} mm nearer than at the start; under {RuleInfo.Text(limit)} mm "
                    + $"there is hardly bone between them.{(isKnown ? "" : " Roots are templates: look at a panoramic view or a CBCT.")}",
                a.Tooth.Id,
                b.Tooth.Id,
                last,
                Math.Max(0, apart),
                limit,
                "mm");
        }
    }
}
