using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray moves a tooth bodily by more than the limit.</summary>
public sealed class BodilyMovementTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV010",
        nameof(BodilyMovementTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, horizontal displacement of the centre of resistance with crown and apex alike stays within the limit of bodily translation.",
        ["VEL-14", "VEL-15", "VEL-17", "CHK-01"],
        "user",
        [TrayLimit.UserTable],
        "General ranges give 0.25–0.3 mm for any linear movement; the user's 0.20 mm for bodily movement wins.")
    {
        Options = ["velocity.bodilyMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "bodily movement", (tooth, use) => use.Type == MovementType.BodilyTranslation);
}
