using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>What <c>inspect</c> and <c>plan</c> say of a case's records and complexity, as text and as JSON.</summary>
internal sealed record RecordReport
{
    /// <summary>The checklist.</summary>
    public required ImmutableArray<ChecklistLine> Records { get; init; }

    /// <summary>What asks for a cone-beam volume at intake.</summary>
    public required ImmutableArray<CbctTrigger> CbctTriggers { get; init; }

    /// <summary>How hard the case is.</summary>
    public required PlanComplexity Complexity { get; init; }

    public static RecordReport Of(MeasuredCase measured, TreatmentPreferences preferences)
    {
        CaseDescription said = measured.Input.Description;
        return new RecordReport
        {
            Records =
            [
                .. RecordChecklist.Of(said.RecordSet).Select(l => new ChecklistLine(l.Key, l.Name, l.Standing, l.IsRequired, l.Words())),
            ],
            CbctTriggers = Dental.CbctTriggers.AtIntake(
                said, measured.Upper?.Measures, measured.Lower?.Measures, preferences),
            Complexity = CaseComplexity.Of(measured, preferences.Periodontium),
        };
    }

    public void Print()
    {
        ILookup<RecordStanding, ChecklistLine> byStanding = Records.ToLookup(r => r.Standing);
        Console.WriteLine(
            $"records: {byStanding[RecordStanding.Present].Count()} of {Records.Length} present, {byStanding[RecordStanding.Waived].Count()} waived; "
            + $"{Records.Count(r => r.IsRequired && r.Standing is not (RecordStanding.Present or RecordStanding.Waived))} required ones are open");
        foreach (ChecklistLine line in Records.Where(r => r.Standing != RecordStanding.Present && (r.IsRequired || r.Standing != RecordStanding.NotSaid)))
            Console.WriteLine($"  {line.Name}: {line.Words}");
        foreach (CbctTrigger trigger in CbctTriggers)
            Console.WriteLine($"  CBCT asked for ({trigger.Trigger}): {trigger.Message}");
        Print(Complexity);
    }

    /// <summary>The grade and its parts on one line.</summary>
    public static void Print(PlanComplexity complexity)
    {
        string parts = string.Join(", ", complexity.Parts.Where(p => p.Points > 0).Select(p => $"{p.Name} {p.Value:0.##}{(p.Unit == "count" ? "" : " " + p.Unit)} ({p.Points})"));
        string unknown = string.Join(", ", complexity.Parts.Where(p => p.Value is null).Select(p => p.Name));
        Console.WriteLine(
            $"complexity: {complexity.Grade.ToString().ToLowerInvariant()}, {complexity.Points} points{(parts.Length == 0 ? "" : ": " + parts)}"
            + (unknown.Length == 0 ? "" : $"; not known: {unknown}"));
    }

    internal sealed record ChecklistLine(string Key, string Name, RecordStanding Standing, bool IsRequired, string Words);
}
