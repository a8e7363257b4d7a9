using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The periodontal chart beside what the plan does to its teeth.</summary>
internal static class ChartedTeeth
{
    /// <summary>Charted teeth that some tray moves, in order along the arches.</summary>
    public static IEnumerable<ToothPeriodontium> Moving(PlanEvidence evidence)
    {
        HashSet<int> moving = [.. evidence.Increments.Select(i => i.Tooth.Id.Fdi)];
        return Of(evidence).Where(t => moving.Contains(t.Fdi));
    }

    /// <summary>Charted teeth of the plan, in order along the arches.</summary>
    public static IEnumerable<ToothPeriodontium> Of(PlanEvidence evidence)
    {
        HashSet<int> known = [.. evidence.Plan.Teeth.Select(t => t.Id.Fdi)];
        return (RecordGate.Of(evidence)?.Periodontal?.Teeth ?? []).Where(t => known.Contains(t.Fdi)).OrderBy(t => ToothId.FromFdi(t.Fdi));
    }
}
