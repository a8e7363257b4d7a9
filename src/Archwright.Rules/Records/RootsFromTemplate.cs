using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Roots are means of published lengths, not this patient's: worth knowing wherever a root moves.</summary>
public sealed class RootsFromTemplate : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC005",
        nameof(RootsFromTemplate),
        "records",
        FindingSeverity.Advice,
        "The roots of all teeth that move are known from a volume or mesh.",
        ["REC-04", "OCC-06"],
        "M",
        ["clinical.md 5.6 (Wheeler's mean root lengths, M: unverified)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        ToothId[] templates =
        [
            .. evidence.Increments.Where(i => i.Tooth.RootSource == RootSource.Template).Select(i => i.Tooth.Id).Distinct(),
        ];
        if (templates.Length > 0)
        {
            yield return Info.Finding(
                $"{templates.Length} moving teeth have template roots: apex, centre of resistance and movement types are estimates "
                    + $"({string.Join(", ", templates)}).",
                measured: templates.Length,
                limit: 0,
                unit: "count");
        }
    }
}
