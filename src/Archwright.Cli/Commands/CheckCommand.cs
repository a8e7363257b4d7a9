using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary>
/// <c>archwright check PLAN</c>: is this a good plan? Runs every rule and the conformance proof on any plan folder, fresh,
/// edited or foreign, from its poses and meshes; what the folder says of itself is not believed. Whether the folder is the one
/// that was written is the question of <c>verify</c>.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("plan") { Description = "Plan folder: plan.json and the tooth meshes it names." };
        var preferences = new Option<string?>("--preferences")
        {
            Description = "Preset id or file to judge by; absent: the preferences the plan was made with.",
        };
        Option<string?> presets = SharedOptions.Presets();
        Option<bool> json = SharedOptions.Json();
        Option<int> threads = SharedOptions.Threads();
        var command = new Command(
            "check",
            """
            Is this a good plan? Run every rule and the preference proof on any plan folder, also an edited or foreign one.

            Judged are poses, meshes, IPR, attachments, auxiliaries and events; the findings the folder carries are not looked at. A mesh
            whose hash has changed is one more finding. Exit code 2 where a blocker is open, 3 where the folder cannot be read.
            Whether a folder is byte for byte the one that was written: archwright verify.
            """)
        {
            folder, preferences, presets, json, threads,
        };
        command.SetAction((parsed, cancel) =>
        {
            Result<PlanDocument> judged = Judge(
                parsed.GetRequiredValue(folder),
                parsed.GetValue(preferences),
                parsed.GetValue(presets),
                work => RunDisplay.Run(parsed.GetValue(json), parsed.GetValue(threads), cancel, work));
            RunDisplay.Print(judged.Problems);
            return Task.FromResult(judged.IsOk ? Report(judged.Value, parsed.GetValue(json)) : ExitCode.InputRefused);
        });
        return command;
    }

    private static Result<PlanDocument> Judge(
        string folder, string? preferences, string? presets, Func<Func<RunContext, Result<PlanDocument>>, Result<PlanDocument>> run)
    {
        Result<ForeignPlanFolder> loaded = ForeignPlan.Load(folder);
        if (loaded.Value is not { } plan)
            return Result<PlanDocument>.Fail(loaded.Problems);
        PlanDocument document = plan.Document;
        if (preferences is not null)
        {
            Result<PresetLibrary> library = PresetSources.Library(presets);
            if (!library.IsOk)
                return Result<PlanDocument>.Fail(library.Problems);
            Result<ResolvedPreferences> resolved = PresetSources.Resolve(library.Value, preferences, "--preferences");
            if (!resolved.IsOk)
                return Result<PlanDocument>.Fail(resolved.Problems);
            document = document with { Engine = document.Engine with { Preferences = resolved.Value.Values } };
        }

        ImmutableArray<SeparatedTooth> teeth = [.. plan.Teeth.Select(t => new SeparatedTooth(t.Key, t.Value))];
        ImmutableArray<AttachmentFile> attachments = [.. plan.Attachments.Select(a => new AttachmentFile(a.Key, a.Value))];
        Result<PlanDocument> judged = run(context => PlanJudge.Judge(document, teeth, attachments, context));
        return judged.IsOk
            ? Result<PlanDocument>.Ok(PlanJudge.WithMore(judged.Value, FolderFindings.Of(plan)), [.. loaded.Problems, .. judged.Problems])
            : Result<PlanDocument>.Fail([.. loaded.Problems, .. judged.Problems]);
    }

    private static int Report(PlanDocument plan, bool json)
    {
        CheckReport report = CheckReport.Of(plan);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(report, JsonOutput.Options));
        else
            report.Print();
        return report.Blockers == 0 ? ExitCode.Ok : ExitCode.OpenBlockers;
    }
}
