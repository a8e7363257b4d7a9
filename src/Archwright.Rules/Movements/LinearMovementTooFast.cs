using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray displaces a tooth by more than the general linear limit.</summary>
public sealed class LinearMovementTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV011",
        nameof(LinearMovementTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, the whole displacement of the centre of resistance stays within the general linear limit.",
        ["VEL-02", "VEL-04", "VEL-17", "CHK-01"],
        "user",
        ["requirements.csv VEL-04 (0.25 mm a tray)"],
        "Vendor defaults reach 0.30 and 0.33 mm (clinical.md 3.1, S); they stay as comparison profiles.")
    {
        Options = ["velocity.linearMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "displacement", (tooth, use) => use.Component == "resultant");
}
