using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray intrudes a tooth by more than the limit.</summary>
public sealed class IntrusionTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV012",
        nameof(IntrusionTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, intrusion of the centre of resistance stays within the limit.",
        ["VEL-16", "VEL-17", "CHK-01"],
        "S",
        ["design.md 5; clinical.md 3.1 (ClearCorrect reduced 0.20 mm, ArchForm 0.15 mm, S); not from the user's table"],
        "Published defaults run from 0.10 mm (OpenSourceOrtho) to 0.30 mm (ClearCorrect).")
    {
        Options = ["velocity.intrusionMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "intrusion", (tooth, use) => use.Type == MovementType.Intrusion);
}
