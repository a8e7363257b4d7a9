using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray torques a root by more than the limit.</summary>
public sealed class TorqueTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV009",
        nameof(TorqueTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, faciolingual inclination in which the apex moves too stays within the limit of torque.",
        ["VEL-06", "VEL-17", "CHK-01"],
        "S",
        ["design.md 5; clinical.md 3.1 (ArchForm and typical practice 1°, S and M); not from the user's table"],
        "ArchForm's older default is 2°; the user asks for a conservative cap and gives no number.")
    {
        Options = ["velocity.torqueDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "torque", (tooth, use) => use.Component == "torque" && use.Type != MovementType.CrownTipping);
}
