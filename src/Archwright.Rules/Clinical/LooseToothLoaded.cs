using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A loose tooth is moved, or shall hold others.</summary>
public sealed class LooseToothLoaded : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN007",
        nameof(LooseToothLoaded),
        "clinical",
        FindingSeverity.Warning,
        "No tooth that has reached the limit of mobility is moved or anchors others.",
        ["CLN-01", "CLN-13"],
        "M",
        ["clinical.md 6.4 (M, unverified): mobility grade II and more is a gate"],
        "A tooth may be loose from its bite and firm up when that is put right.")
    {
        RootCause = RootCause.Biological,
        Options = ["periodontium.mobilityGrade"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        int limit = evidence.Plan.Preferences.Periodontium.MobilityGrade;
        HashSet<int> moving = [.. ChartedTeeth.Moving(evidence).Select(t => t.Fdi)];
        HashSet<int> anchors = [.. (evidence.Plan.Strategy?.Groups ?? []).Where(g => g.Role == GroupRole.Anchor).SelectMany(g => g.Teeth)];
        foreach (ToothPeriodontium tooth in ChartedTeeth.Of(evidence).Where(t => t.Mobility >= limit))
        {
            string does = moving.Contains(tooth.Fdi) ? "is moved" : anchors.Contains(tooth.Fdi) ? "anchors others" : "";
            if (does.Length == 0)
                continue;
            yield return Info.Finding(
                $"Tooth {tooth.Fdi} {does} at mobility grade {tooth.Mobility}; grade {limit} and more is a gate.",
                ToothId.FromFdi(tooth.Fdi),
                measured: tooth.Mobility,
                limit: limit - 1,
                unit: "1");
        }
    }
}
