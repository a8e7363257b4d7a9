using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Teeth are planned whose periodontium nobody has charted.</summary>
public sealed class PeriodontalChartMissing : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "CLN001",
        nameof(PeriodontalChartMissing),
        "clinical",
        FindingSeverity.Blocker,
        "Probing, attachment, mobility and recession are charted for every tooth of the plan, or the chart is waived by the treating doctor.",
        ["CLN-01", "REC-11"],
        "user",
        ["requirements.csv CLN-01 (recorded per tooth before staging can be built)"],
        "For a young patient without signs many take a screening index for the whole mouth instead of a chart.")
    {
        RootCause = RootCause.Diagnostic,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        CaseRecords? records = RecordGate.Of(evidence);
        RecordLine line = RecordChecklist.Of(records).Single(l => l.Key == "periodontal");
        if (line.IsMissing)
        {
            string what = line.Standing == RecordStanding.Absent ? $"The periodontal chart is {RecordGate.Why(line)}" : "There is no periodontal chart";
            yield return Info.Finding($"{what}: chart probing, attachment, mobility and recession, or have the treating doctor waive it.");
            yield break;
        }

        if (line.Standing != RecordStanding.Present)
            yield break;
        HashSet<int> charted = [.. records!.Periodontal!.Teeth.Select(t => t.Fdi)];
        ToothId[] open = [.. evidence.Plan.Teeth.Select(t => t.Id).Distinct().Where(t => !charted.Contains(t.Fdi)).Order()];
        if (open.Length > 0)
        {
            yield return Info.Finding(
                $"The periodontal chart lacks {open.Length} teeth of the plan: {string.Join(", ", open)}.", open[0], measured: open.Length, limit: 0, unit: "count");
        }
    }
}
