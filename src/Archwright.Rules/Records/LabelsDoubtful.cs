using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Teeth were found by segmentation, and its gate holds a number or a border back as doubtful.</summary>
public sealed class LabelsDoubtful : IRule
{
    private const string Prefix = "segment-";

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "SEG001",
        nameof(LabelsDoubtful),
        "records",
        FindingSeverity.Blocker,
        "Every tooth that was found by segmentation passed its production gate: number, border, size, jaw.",
        ["REC-02", "REC-07", "REC-11"],
        "engineering",
        ["issue 4: a production gate that refuses doubtful borders instead of guessing"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from gap in evidence.Plan.Gaps
        where Judges(gap)
        select Info.Finding($"{gap.Message.TrimEnd('.')} ({gap.Code}).", gap.Tooth);

    /// <summary>True for what the gate of segmentation says.</summary>
    internal static bool Judges(DataGap gap) => gap.Code.StartsWith(Prefix, StringComparison.Ordinal);
}
