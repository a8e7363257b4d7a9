using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray moves a root mesiodistally by more than the limit.</summary>
public sealed class RootUprightsTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV008",
        nameof(RootUprightsTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, mesiodistal angulation in which the apex moves too stays within the limit of root uprighting.",
        ["VEL-13", "VEL-17", "CHK-01"],
        "user",
        [TrayLimit.UserTable],
        "None known for the number; where the apex moves less than the crown our reading is stricter than the table (docs/decisions/ADR-004).")
    {
        Options = ["velocity.rootUprightingDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "mesiodistal root movement", (tooth, use) => use.Component == "tip" && use.Type != MovementType.CrownTipping);
}
