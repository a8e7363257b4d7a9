using System.CommandLine;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Engine;
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
        var waivers = new Option<string?>("--waivers") { Description = "Signed waivers; absent: waivers.json of the plan folder, where there is one." };
        Option<bool> json = SharedOptions.Json();
        Option<int> threads = SharedOptions.Threads();
        var command = new Command(
            "check",
            """
            Is this a good plan? Run every rule and the preference proof on any plan folder, also an edited or foreign one.

            Judged are poses, meshes, IPR, attachments, auxiliaries and events; the findings the folder carries are not looked at. A mesh
            whose hash has changed is one more finding. Exit code 2 where a blocker is open, 3 where the folder cannot be read; a blocker that
            the treating doctor has waived for this very version (archwright waive) is not open. A plan that nobody has reviewed is initial
            and not approvable (archwright review).
            Whether a folder is byte for byte the one that was written: archwright verify.
            """)
        {
            folder, preferences, presets, waivers, json, threads,
        };
        command.SetAction((parsed, cancel) =>
        {
            bool quiet = parsed.GetValue(json);
            Result<JudgedFolder> judged = Judge(
                parsed.GetRequiredValue(folder),
                parsed.GetValue(waivers),
                parsed.GetValue(preferences),
                parsed.GetValue(presets),
                work => RunDisplay.Run(quiet, parsed.GetValue(threads), cancel, work));
            RunDisplay.Print(judged.Problems);
            return Task.FromResult(judged.IsOk ? Report(judged.Value, quiet) : ExitCode.InputRefused);
        });
        return command;
    }

    private static Result<JudgedFolder> Judge(
        string folder, string? waivers, string? preferences, string? presets, Func<Func<RunContext, Result<PlanDocument>>, Result<PlanDocument>> run)
    {
        Result<PlanDecisions> decisions = PlanDecisions.Read(folder, waivers);
        if (!decisions.IsOk)
            return Result<JudgedFolder>.Fail(decisions.Problems);
        if (preferences is null)
            return JudgedFolder.Read(folder, decisions.Value, preferences: null, run);
        Result<PresetLibrary> library = PresetSources.Library(presets);
        if (!library.IsOk)
            return Result<JudgedFolder>.Fail(library.Problems);
        Result<ResolvedPreferences> resolved = PresetSources.Resolve(library.Value, preferences, "--preferences");
        return resolved.IsOk
            ? JudgedFolder.Read(folder, decisions.Value, resolved.Value.Values, run)
            : Result<JudgedFolder>.Fail(resolved.Problems);
    }

    private static int Report(JudgedFolder judged, bool json)
    {
        var report = CheckReport.Of(judged.Plan, judged.Standing);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(report, JsonOutput.Options));
        else
            report.Print();
        return report.Blockers == 0 ? ExitCode.Ok : ExitCode.OpenBlockers;
    }
}
