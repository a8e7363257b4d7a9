using Archwright.Dental;
using Archwright.Planning.Ipr;

namespace Archwright.Rules;

/// <summary>The sources of space give less than the arch needs.</summary>
public sealed class SpaceUnderplanned : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR010",
        nameof(SpaceUnderplanned),
        "ipr",
        FindingSeverity.Advice,
        "Per arch, expansion, proclination, distalisation, alignment and IPR together give the space the teeth between the first molars need, to the tolerance.",
        ["IPR-10", "EXP-03"],
        "user",
        ["requirements.csv IPR-10 (required space is computed and compared with space sources); the tolerance is an engineering default"],
        "")
    {
        Options = ["checks.spaceLackingMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.SpaceLackingMm;
        foreach (var arch in evidence.Tracks.GroupBy(t => t.Tooth.Id.Jaw).OrderBy(g => g.Key))
        {
            PlanSpace? space = SpaceLedger.Of(
                [.. arch.Select(t => t.Tooth)],
                [.. arch.Select(t => t.Poses[^1])],
                IprContacts.Of(evidence.Plan).Where(c => c.A.Jaw == arch.Key).Select(c => (c.A, c.B, c.TotalMm)));
            if (space is null || !PlanEvidence.IsOver(-space.BalanceMm, limit))
                continue;
            yield return Info.Finding(
                $"The {(arch.Key == Jaw.Upper ? "upper" : "lower")} arch needs {RuleInfo.Text(space.NeededMm)} mm of space: alignment gives {RuleInfo.Text(space.AlignmentMm)}, "
                    + $"expansion {RuleInfo.Text(space.ExpansionMm)}, distalisation {RuleInfo.Text(space.DistalisationMm)}, proclination {RuleInfo.Text(space.ProclinationMm)}, "
                    + $"IPR {RuleInfo.Text(space.IprMm)} mm; {RuleInfo.Text(-space.BalanceMm)} mm are lacking.",
                measured: -space.BalanceMm,
                limit: limit,
                unit: "mm");
        }
    }
}
