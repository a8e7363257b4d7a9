using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray rotates a canine or premolar, hard to turn, by more than the limit.</summary>
public sealed class CanineOrPremolarRotatesTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV003",
        nameof(CanineOrPremolarRotatesTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, rotation of a canine or premolar about its long axis stays within the limit.",
        ["VEL-07", "VEL-10", "VEL-17", "CHK-01"],
        "user",
        [TrayLimit.UserTable, "Cortona 2020, doi 10.2319/020719-86.1 (S): 1.2° a tray recommended, 3° overloads the ligament of a lower premolar"],
        "Finite elements recommend 1.2° a tray for a lower premolar, stricter than the user's 1.5°; vendors allow 2–3°.")
    {
        Options = ["velocity.rotationCaninePremolarDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "rotation", (tooth, use) => use.Type == MovementType.Rotation && tooth.Class is ToothClass.Canine or ToothClass.Premolar);
}
