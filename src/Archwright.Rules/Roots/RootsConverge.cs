using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>The roots of two neighbours come together at the target.</summary>
public sealed class RootsConverge : IRule
{
    // a change that root templates can tell
    private const double WorseMm = 0.5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "APX001",
        nameof(RootsConverge),
        "roots",
        FindingSeverity.Warning,
        "At the last stage the apices of two neighbouring teeth are at least the set share of their crown points' distance apart, unless they "
            + "have not come nearer by 0.5 mm on the way.",
        ["OCC-06", "REC-04"],
        "engineering",
        ["engineering default, no clinical source; that roots are part of every check: requirements.csv OCC-06"],
        "Roots from a template follow the crown's axis: a panoramic view or a CBCT decides.")
    {
        Options = ["checks.apexDistanceShareMin"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double least = evidence.Plan.Preferences.Checks.ApexDistanceShareMin;
        for (int i = 0; i + 1 < evidence.Tracks.Length; i++)
        {
            ToothTrack a = evidence.Tracks[i];
            ToothTrack b = evidence.Tracks[i + 1];
            if (!RootApproach.AreNeighbours(a.Tooth.Id, b.Tooth.Id))
                continue;
            int last = a.StageCount - 1;
            double apices = Apart(a, b, last, t => t.Apex);
            double share = apices / Math.Max(Apart(a, b, last, t => t.Frame.Origin), 0.1);
            double nearer = Apart(a, b, 0, t => t.Apex) - apices;
            if (share >= least * 0.999 || nearer < WorseMm)
                continue;
            bool isKnown = a.Tooth.RootSource != RootSource.Template && b.Tooth.RootSource != RootSource.Template;
            string roots = isKnown ? "" : " Roots are templates: look at a panoramic view or a CBCT.";
            yield return Info.Finding(
                $"Roots of {a.Tooth.Id} and {b.Tooth.Id} converge: at the last stage their apices are {RuleInfo.Text(apices)} mm apart, {RuleInfo.Text(nearer)} mm less than at the start "
                    + $"and {share * 100:0} % of the crowns' distance.{roots}",
                a.Tooth.Id,
                b.Tooth.Id,
                last,
                share,
                least,
                "1");
        }
    }

    private static double Apart(ToothTrack a, ToothTrack b, int stage, Func<Tooth, Vec3> point) =>
        Vec3.Distance(a.Poses[stage].Apply(point(a.Tooth)), b.Poses[stage].Apply(point(b.Tooth)));
}
