using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tooth starts or stops and no event of the plan says why.</summary>
public sealed class MovementWithoutCause : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "STG002",
        nameof(MovementWithoutCause),
        "staging",
        FindingSeverity.Warning,
        "Each stage in which a tooth begins to move after standing still, and each at which it stands still again before the last, is covered "
            + "by an event of that tooth with a cause.",
        ["STG-11", "STG-08"],
        "user",
        ["requirements.csv STG-11 (each staged start and stop shows what set it)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        int last = evidence.Plan.Stages.Length - 1;
        foreach (var tooth in evidence.Increments.GroupBy(i => i.Tooth.Id))
        {
            PlanEvent[] events = [.. evidence.Plan.Events.Where(e => e.Fdi == tooth.Key.Fdi && e.Cause.Length > 0)];
            HashSet<int> moving = [.. tooth.Where(IsWorthACause).Select(i => i.Stage)];
            for (int k = 1; k <= last; k++)
            {
                bool starts = moving.Contains(k) && !moving.Contains(k - 1);
                bool stops = moving.Contains(k) && !moving.Contains(k + 1) && k < last;
                if (starts && !events.Any(e => e.From <= k && k <= e.To))
                    yield return Info.Finding($"Tooth {tooth.Key} starts at stage {k} and no event says why.", tooth.Key, stage: k);
                // A stop is told by an event that ends with the last moving stage (the start's own does not), or by one at work right after.
                if (stops && !events.Any(e => (e.To == k && e.Kind != "start") || (e.From <= k + 1 && k + 1 <= e.To)))
                    yield return Info.Finding($"Tooth {tooth.Key} stops after stage {k} and no event says why.", tooth.Key, stage: k);
            }
        }
    }

    // Dust of a tooth held against its neighbour is no start: a tenth of what MovementLimits calls noise.
    private static bool IsWorthACause(ToothIncrement increment) =>
        Math.Max(increment.Movement.Crown.Length, increment.Movement.Apex.Length) > MovementLimits.NoiseMm / 10;
}
