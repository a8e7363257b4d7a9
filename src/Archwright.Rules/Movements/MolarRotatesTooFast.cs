using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray rotates a molar by more than the limit.</summary>
public sealed class MolarRotatesTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV004",
        nameof(MolarRotatesTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, rotation of a molar about its long axis stays within the limit.",
        ["VEL-05", "VEL-17", "CHK-01"],
        "user",
        ["requirements.csv VEL-05 (2–3° a tray; the lower end is the default)"],
        "The user's table has no row for molars; the general range of 2–3° is read at its lower end.")
    {
        Options = ["velocity.rotationMolarDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "rotation", (tooth, use) => use.Type == MovementType.Rotation && tooth.Class == ToothClass.Molar);
}
