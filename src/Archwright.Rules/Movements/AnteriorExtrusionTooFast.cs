using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray extrudes an incisor or canine by more than the limit.</summary>
public sealed class AnteriorExtrusionTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV005",
        nameof(AnteriorExtrusionTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, extrusion of the centre of resistance of an incisor or canine stays within the limit.",
        ["VEL-06", "VEL-11", "VEL-17", "CHK-01"],
        "user",
        [TrayLimit.UserTable],
        "ArchForm allows 0.15 mm, OpenSourceOrtho 0.10 mm, ClearCorrect 0.30 mm (clinical.md 3.1, S); extrusion is the least predictable movement (Kravitz 2009).")
    {
        Options = ["velocity.extrusionAnteriorMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "extrusion", (tooth, use) => use.Type == MovementType.Extrusion && tooth.IsAnterior);
}
