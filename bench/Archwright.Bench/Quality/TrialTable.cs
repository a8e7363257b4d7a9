using Archwright.Analysis;
using Archwright.Quality.Trials;

namespace Archwright.Bench.Quality;

/// <summary>Counts of trials by kind and size, as a table.</summary>
internal sealed class TrialTable
{
    private readonly Dictionary<(string Kind, string Size), (int[] Outcomes, int Strays, bool IsAbove)> _rows = [];

    private readonly SortedDictionary<string, int> _strays = new(StringComparer.Ordinal);

    public void Add(DefectTrial trial, TrialOutcome outcome, ScanDefect[] strays)
    {
        foreach (ScanDefect stray in strays)
            _strays[stray.Code] = _strays.GetValueOrDefault(stray.Code) + 1;
        (int[] outcomes, int before, _) = _rows.GetValueOrDefault((trial.Kind, trial.Size), (new int[Enum.GetValues<TrialOutcome>().Length], 0, true));
        outcomes[(int)outcome]++;
        _rows[(trial.Kind, trial.Size)] = (outcomes, before + strays.Length, trial.IsAbove);
    }

    public void Print()
    {
        Console.WriteLine("| kind | size | seeded | found | at its place | of its size | stray faults |\n|---|---|---|---|---|---|---|");
        foreach (IGrouping<string, KeyValuePair<(string Kind, string Size), (int[] Outcomes, int Strays, bool IsAbove)>> kind in _rows.Where(r => r.Value.IsAbove).GroupBy(r => r.Key.Kind))
        {
            foreach (((string _, string size), (int[] outcomes, int strays, bool _)) in kind)
                Line(kind.Key, size, outcomes, strays);
        }

        int[] all = [.. Enumerable.Range(0, Enum.GetValues<TrialOutcome>().Length).Select(o => _rows.Values.Where(r => r.IsAbove).Sum(r => r.Outcomes[o]))];
        Line("all", $"{_rows.Where(r => r.Value.IsAbove).Select(r => r.Key.Kind).Distinct().Count()} kinds", all, _rows.Values.Where(r => r.IsAbove).Sum(r => r.Strays));
        int below = _rows.Values.Where(r => !r.IsAbove).Sum(r => r.Outcomes.Sum());
        int alarms = _rows.Values.Where(r => !r.IsAbove).Sum(r => r.Outcomes[(int)TrialOutcome.FalseAlarm]);
        Console.WriteLine($"below the limit: {alarms} of {below} reported, {_rows.Values.Where(r => !r.IsAbove).Sum(r => r.Strays)} stray faults");
        Console.WriteLine($"stray faults by code: {string.Join(", ", _strays.Select(s => $"{s.Key} {s.Value}"))}");
    }

    private static void Line(string kind, string size, int[] outcomes, int strays)
    {
        int seeded = outcomes.Sum();
        int found = seeded - outcomes[(int)TrialOutcome.Missed];
        int placed = found - outcomes[(int)TrialOutcome.Misplaced];
        Console.WriteLine($"| {kind} | {size} | {seeded} | {found} | {placed} | {placed - outcomes[(int)TrialOutcome.Missized]} | {strays} |");
    }
}
