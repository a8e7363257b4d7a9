using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>On the scan itself opposing teeth stand so deep in each other that the bite cannot be right.</summary>
public sealed class BitePenetrates : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC007",
        nameof(BitePenetrates),
        "records",
        FindingSeverity.Blocker,
        "At stage 0 no upper and lower tooth reach deeper into each other than a plausible bite can.",
        ["REC-03", "REC-11"],
        "user",
        ["requirements.csv REC-03 (no gross penetration; a bad bite blocks); 1 mm is our reading of gross"],
        "")
    {
        Options = ["checks.bitePenetrationMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.BitePenetrationMm;
        PairApproach[] deep = [.. evidence.Pairs.Where(p => !p.SameJaw && PlanEvidence.IsOver(p.InitialMm, limit))];
        if (deep.Length == 0)
            yield break;
        PairApproach worst = deep.MaxBy(p => p.InitialMm)!;
        string pairs = deep.Length == 1 ? "1 pair" : $"{deep.Length} pairs";
        yield return Info.Finding(
            $"{pairs} of opposing teeth cut more than {RuleInfo.Text(limit)} mm into each other on the scan, {worst.A} and {worst.B} by "
                + $"{RuleInfo.Text(worst.InitialMm)} mm: the arches are not registered in a bite.",
            worst.A,
            worst.B,
            0,
            worst.InitialMm,
            limit,
            "mm");
    }
}
