using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tray extrudes a premolar or molar by more than the limit that holds with auxiliaries.</summary>
public sealed class PosteriorExtrusionTooFast : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV006",
        nameof(PosteriorExtrusionTooFast),
        "movement",
        FindingSeverity.Blocker,
        "In each tray, extrusion of the centre of resistance of a premolar or molar stays within the limit that holds with auxiliaries.",
        ["VEL-12", "VEL-17", "CHK-01"],
        "engineering",
        ["engineering default, no clinical source: the user's table gives no number, only that auxiliaries are needed"],
        "The derived cap of clinical.md 3.1 is 0.10 mm for molars (D); ClearCorrect allows 0.30 mm (S).")
    {
        Options = ["velocity.extrusionPosteriorWithAuxiliariesMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        TrayLimit.Over(Info, evidence, "extrusion", (tooth, use) => use.Type == MovementType.Extrusion && !tooth.IsAnterior);
}
