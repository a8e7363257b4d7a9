using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray rotates an incisor by more than the limit.</summary>
public sealed class IncisorRotatesTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV002",
        nameof(IncisorRotatesTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, rotation of an incisor about its long axis stays within the limit.",
        ["VEL-05", "VEL-09", "VEL-17", "CHK-01"],
        "user",
        [TrayLimit.UserTable],
        "The general range is 2–3° a tray (VEL-05; ClearCorrect 3°); the user's table is stricter and wins.")
    {
        Options = ["velocity.rotationIncisorDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "rotation", (tooth, use) => use.Type == MovementType.Rotation && tooth.Class == ToothClass.Incisor);
}
