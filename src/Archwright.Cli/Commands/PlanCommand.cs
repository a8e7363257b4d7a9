using System.CommandLine;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright plan CASE -o OUT</c>: a case folder to a plan folder, written whole or not at all.</summary>
internal static class PlanCommand
{
    internal sealed record Request(string Case, string Output, bool Models, bool Json)
    {
        public ImportMode Mode { get; init; } = ImportMode.Repair;

        public string? Preferences { get; init; }

        public string? Presets { get; init; }

        public string? Edits { get; init; }
    }

    public static Command Create()
    {
        var caseFolder = new Argument<string>("case") { Description = "Case folder: scans with labels, or separated teeth." };
        Option<string> output = SharedOptions.Output("Plan folder to write; a plan folder there is replaced.");
        Option<int> threads = SharedOptions.Threads();
        Option<bool> json = SharedOptions.Json();
        var noModels = new Option<bool>("--no-models") { Description = "Leave out the printable models (faster)." };
        var mode = new Option<ImportMode>("--import")
        {
            Description = "Strict refuses a defective scan, Repair mends and reports it.",
            DefaultValueFactory = _ => ImportMode.Repair,
        };
        var preferences = new Option<string?>("--preferences")
        {
            Description = "Preset id or file; absent: the one case.json names, else base. Patient group and case preferences stand on it.",
        };
        Option<string?> presets = SharedOptions.Presets();
        var edits = new Option<string?>("--edits")
        {
            Description = "Staged edits (JSON): starts, stops, holds and orders a person has decided; kept, the rest planned around them.",
        };
        var command = new Command("plan", "Plan a case: setup, stages, IPR, findings, models, review page.")
        {
            caseFolder, output, preferences, presets, edits, noModels, mode, threads, json,
        };
        command.SetAction((parsed, cancel) =>
        {
            var request = new Request(
                parsed.GetRequiredValue(caseFolder), parsed.GetRequiredValue(output), !parsed.GetValue(noModels), parsed.GetValue(json))
            {
                Mode = parsed.GetValue(mode),
                Preferences = parsed.GetValue(preferences),
                Presets = parsed.GetValue(presets),
                Edits = parsed.GetValue(edits),
            };
            return Task.FromResult(Run(request, parsed.GetValue(threads), cancel));
        });
        return command;
    }

    internal static int Run(Request request, int threads, CancellationToken cancel)
    {
        IReadOnlyList<Problem> refusals = PlanFiles.Refusals(request.Output);
        RunDisplay.Print(refusals);
        if (refusals.Count > 0)
            return ExitCode.InputRefused;
        Result<CaseInput> loaded = CaseFolder.Load(request.Case, request.Mode);
        RunDisplay.Print(loaded.Problems);
        if (!loaded.IsOk)
            return ExitCode.InputRefused;
        Result<Provenance> provenance = ProvenanceFile.Read(loaded.Value, request.Preferences, request.Presets);
        RunDisplay.Print(provenance.Problems);
        if (!provenance.IsOk)
            return ExitCode.InputRefused;

        Result<StagingEdits> edits = request.Edits is { } file ? EditsJson.ReadFile(file) : Result<StagingEdits>.Ok(new StagingEdits());
        RunDisplay.Print(edits.Problems);
        if (!edits.IsOk)
            return ExitCode.InputRefused;

        (Result<TreatmentPlan> planned, IReadOnlyList<Problem> writing) = RunDisplay.Run(request.Json, threads, cancel, context =>
        {
            Result<TreatmentPlan> plan = TreatmentPipeline.Run(loaded.Value, provenance.Value, context, edits.Value.Edits);
            return (plan, plan.IsOk ? PlanFiles.Write(request.Output, plan.Value, request.Models, context) : []);
        });
        RunDisplay.Print(planned.Problems.Select(p => p.Location.StartsWith('$') ? p with { Location = $"{Path.GetFileName(request.Edits)}, {p.Location}" } : p));
        RunDisplay.Print(writing);
        if (!planned.IsOk || writing.Any(p => p.Severity == ProblemSeverity.Error))
            return ExitCode.InputRefused;

        PlanDocument document = planned.Value.Document;
        if (request.Json)
            Console.WriteLine(JsonSerializer.Serialize(new { document.Summary, document.Outcome, document.Findings, document.Objectives }, JsonOutput.Options));
        else
            Summarise(document, request.Output);
        return document.Summary.Blockers == 0 ? ExitCode.Ok : ExitCode.OpenBlockers;
    }

    private static void Summarise(PlanDocument plan, string output)
    {
        PlanSummary s = plan.Summary;
        Console.WriteLine(
            $"initial plan: {s.TraysUpper} upper and {s.TraysLower} lower trays (least the limits allow: {s.LowerBound}), " +
            $"{s.Weeks:0.#} weeks, IPR {s.IprMm:0.0#} mm");
        if (s.Complexity is { } complexity)
            RecordReport.Print(complexity);
        if (plan.Face is { } face)
            Console.WriteLine($"face: {face.Statement}");
        if (plan.Bite is { } bite)
            Console.WriteLine($"closing: {BiteText.Of(bite)}");
        if (plan.Outcome is { } outcome)
            Console.WriteLine($"predicted outcome at {outcome.WearHoursPerDay:0.#} hours a day: {outcome.Summary}");
        FindingsTable.Print(plan.Findings);
        Console.WriteLine(s.Approvable
            ? "no blocking finding is open; the plan still needs a recorded review before approval"
            : $"{s.Blockers} blocking findings are open: the plan is not approvable");
        Console.WriteLine($"plan folder: {output}");
        Console.WriteLine($"look at:     {Path.GetFullPath(Path.Combine(output, "review.html"))}");
    }
}
