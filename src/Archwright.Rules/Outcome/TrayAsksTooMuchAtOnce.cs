using Archwright.Dental;
using Archwright.Planning.Outcome;

namespace Archwright.Rules;

/// <summary>A tray asks a tooth for several movements near their limits at once: allowed one by one, not by biology together.</summary>
public sealed class TrayAsksTooMuchAtOnce : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "OUT005",
        nameof(TrayAsksTooMuchAtOnce),
        "outcome",
        FindingSeverity.Advice,
        "In each tray the shares of the reference limits that one tooth's movements use add up to at most 1.5 (the force proxy).",
        ["VEL-21", "VEL-22"],
        "D",
        ["clinical.md 3.1 (D): combined use of the limits at most 1.5; engineering default, no clinical source"],
        "No trial has tried combined limits; finite elements find that two movements at once can help each other (Jiang 2020: retraction with intrusion).")
    {
        RootCause = RootCause.Biological,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach (IGrouping<ToothId, ToothIncrement> tooth in evidence.Increments.GroupBy(i => i.Tooth.Id))
        {
            (ToothIncrement Increment, double Force)[] over =
            [
                .. tooth.Select(i => (i, ForceProxy.Of(tooth.Key, i.Movement))).Where(i => PlanEvidence.IsOver(i.Item2, ForceProxy.Combined)),
            ];
            if (over.Length == 0)
                continue;
            (ToothIncrement worst, double force) = over.MaxBy(o => o.Force);
            string parts = string.Join(", ", worst.Uses.Where(u => u.Share > 0.2 && u.Component != "resultant").OrderByDescending(u => u.Share).Select(u => u.Component));
            yield return Info.Finding(
                $"Tooth {tooth.Key}: {over.Length} {(over.Length == 1 ? "tray asks" : "trays ask")} for more at once than {RuleInfo.Text(ForceProxy.Combined)} limits together, most at stage "
                    + $"{worst.Stage} with {RuleInfo.Text(force)} ({parts}).",
                tooth.Key,
                stage: worst.Stage,
                measured: force,
                limit: ForceProxy.Combined,
                unit: "1");
        }
    }
}
