using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Two teeth of one jaw pass through each other on the way.</summary>
public sealed class NeighboursCollide : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "COL001",
        nameof(NeighboursCollide),
        "collision",
        FindingSeverity.Blocker,
        "At every stage, no two teeth of one jaw reach deeper into each other than at the start or than IPR has freed by then, plus the tolerance.",
        ["CHK-02", "STG-10"],
        "engineering",
        ["issue 2, must show: at no stage over max(initial overlap, IPR done) + 0.05 mm; design.md 6"],
        "Some practices ask for a tolerance of 0 to prevent binding (clinical.md 3.2, S).")
    {
        Options = ["checks.collisionMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) => CollisionRuns.Find(Info, evidence, sameJaw: true);
}
