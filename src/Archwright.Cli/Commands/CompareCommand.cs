using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright compare CASE --preferences A --preferences B</c>: what if, one case under several preferences.</summary>
internal static class CompareCommand
{
    private static readonly string[] Heads = ["preferences", "trays", "weeks", "IPR mm", "attachments", "missed", "refinement", "blockers", "over table", ""];

    public static Command Create()
    {
        var caseFolder = new Argument<string>("case") { Description = "Case folder: scans with labels, or separated teeth." };
        var preferences = new Option<string[]>("--preferences") { Description = "Preset id or file; give two or more.", Required = true };
        preferences.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string[]>() is not { Length: >= 2 })
                result.AddError("compare needs two --preferences or more");
        });
        Option<string?> presets = SharedOptions.Presets();
        Option<int> threads = SharedOptions.Threads();
        Option<bool> json = SharedOptions.Json();
        var command = new Command("compare", "What if: plan one case under several preferences and compare trays, IPR, attachments and expected outcome.")
        {
            caseFolder, preferences, presets, threads, json,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(caseFolder),
            parsed.GetRequiredValue(preferences),
            parsed.GetValue(presets),
            parsed.GetValue(json),
            parsed.GetValue(threads),
            cancel)));
        return command;
    }

    private static int Run(string folder, string[] preferences, string? presets, bool json, int threads, CancellationToken cancel)
    {
        Result<CaseInput> loaded = CaseFolder.Load(folder, ImportMode.Repair);
        RunDisplay.Print(loaded.Problems);
        if (!loaded.IsOk)
            return ExitCode.InputRefused;
        Result<Provenance>[] variants = [.. preferences.Select(p => ProvenanceFile.Read(loaded.Value, p, presets))];
        RunDisplay.Print(variants.SelectMany(v => v.Problems).Distinct());
        if (variants.Any(v => !v.IsOk))
            return ExitCode.InputRefused;

        Result<PlanComparison> compared = RunDisplay.Run(
            json, threads, cancel, context => PlanComparison.Run(loaded.Value, [.. variants.Select((v, i) => (preferences[i], v.Require()))], context));
        RunDisplay.Print(compared.Problems);
        if (!compared.IsOk)
            return ExitCode.InputRefused;
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { @case = folder, compared.Value.Variants }, JsonOutput.Options));
        else
            Print(compared.Value.Variants);
        return ExitCode.Ok;
    }

    private static void Print(ImmutableArray<ComparedPlan> plans)
    {
        string[][] rows = [Heads, .. plans.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, Heads.Length).Select(c => rows.Max(r => r[c].Length))];
        foreach (string[] row in rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
        Console.WriteLine("missed: movements expected to miss their clinical target by more than 0.5 mm or 2°, mean of 2,000 simulated patients; over table: movements over the base preset's limits, whatever the variant's own allow");
    }

    private static string[] Cells(ComparedPlan p)
    {
        static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        return
        [
            p.Preferences,
            Text($"{p.Trays}"),
            Text($"{p.Weeks:0.#}"),
            Text($"{p.IprMm:0.0#}"),
            Text($"{p.Attachments}"),
            Text($"{p.MissedMovements:0.0}") + (p.NotAssessed > 0 ? Text($" (+{p.NotAssessed} unknown)") : ""),
            p.RefinementProbability is { } chance ? Text($"{100 * chance:0} %") : "unknown",
            Text($"{p.Blockers}"),
            Text($"{p.OverReference}"),
            p.DominatedBy.IsEmpty ? "" : $"dominated by {string.Join(", ", p.DominatedBy)}",
        ];
    }
}
