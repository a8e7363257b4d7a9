using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An upper and a lower tooth are driven into each other on the way.</summary>
public sealed class AntagonistsCollide : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "COL002",
        nameof(AntagonistsCollide),
        "collision",
        FindingSeverity.Blocker,
        "At every stage, no upper and lower tooth reach deeper into each other than at the start, plus the tolerance; where there is a bite.",
        ["CHK-02", "STG-10", "OCC-05"],
        "engineering",
        ["issue 2, must show: at no stage over max(initial overlap, IPR done) + 0.05 mm; design.md 6"],
        "The bite is taken as scanned at every stage; in the mouth the lower jaw gives way.")
    {
        Options = ["checks.collisionMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) => CollisionRuns.Find(Info, evidence, sameJaw: false);
}
