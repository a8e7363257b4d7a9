using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray tips a crown by more than its class allows, the apex nearly still.</summary>
public sealed class CrownTipsTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV001",
        nameof(CrownTipsTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, crown tipping (mesiodistal or faciolingual, apex nearly still) stays within the limit of the tooth class.",
        ["VEL-08", "VEL-17", "CHK-01"],
        "user",
        [TrayLimit.UserTable, "clinical.md 3.1 (ArchForm default 2°, S) for teeth other than incisors"],
        "Vendors publish 2° to 3° a tray; the user's 2.5° for incisors wins.")
    {
        Options = ["velocity.crownTippingIncisorDeg", "velocity.crownTippingOtherDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "crown tipping", (tooth, use) => use.Type == MovementType.CrownTipping);
}
