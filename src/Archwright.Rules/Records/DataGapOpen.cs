using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Something the plan rests on is missing or doubtful in the data.</summary>
public sealed class DataGapOpen : IRule
{
    /// <summary>Gaps that another rule judges: bite (REC001), CBCT (REC002, REC003, REC010, REC011), template roots (REC005).</summary>
    internal static ImmutableArray<string> ToldElsewhere { get; } = ["single-arch", "no-bite", "no-cbct", "cbct-required", "root-from-template"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC004",
        nameof(DataGapOpen),
        "records",
        FindingSeverity.Warning,
        "No data gap is open beyond those that other rules of this family judge: bite, CBCT, template roots, doubts, doubtful labels.",
        ["REC-01", "REC-02", "REC-04", "REC-05", "REC-13"],
        "user",
        ["requirements.csv REC-04 (visible data gap; no silent extrapolation)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from gap in evidence.Plan.Gaps
        where !ToldElsewhere.Contains(gap.Code) && !DataDoubtful.Codes.Contains(gap.Code) && !LabelsDoubtful.Judges(gap)
        select Info.Finding($"{gap.Message.TrimEnd('.')} ({gap.Code}).", gap.Tooth);
}
