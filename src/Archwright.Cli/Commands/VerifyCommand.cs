using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary>
/// <c>archwright verify PLAN</c>: is this folder the plan that was written? Every output against its hash, and the plan judged
/// anew; a changed or absent file shuts approval. Whether a plan is good, whoever wrote it, is the question of <c>check</c>.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("plan") { Description = "Plan folder." };
        Option<bool> json = SharedOptions.Json();
        Option<int> threads = SharedOptions.Threads();
        var command = new Command("verify", "Is this folder the plan that was written? Every file against its hash, then the rules again. For edited or foreign plans: check.") { folder, json, threads };
        command.SetAction((parsed, cancel) =>
            Task.FromResult(Run(parsed.GetRequiredValue(folder), parsed.GetValue(json), parsed.GetValue(threads), cancel)));
        return command;
    }

    private static int Run(string folder, bool json, int threads, CancellationToken cancel)
    {
        Result<LoadedPlan> loaded = PlanFolder.Load(folder);
        RunDisplay.Print(loaded.Problems);
        if (!loaded.IsOk)
            return ExitCode.InputRefused;
        Result<PlanDecisions> decisions = PlanDecisions.Read(folder);
        RunDisplay.Print(decisions.Problems);
        if (!decisions.IsOk)
            return ExitCode.InputRefused;

        Result<PlanDocument> judged = RunDisplay.Run(
            json, threads, cancel, context => PlanJudge.Judge(loaded.Value.Document, Teeth(loaded.Value), Attachments(loaded.Value), context));
        RunDisplay.Print(judged.Problems);
        if (!judged.IsOk)
            return ExitCode.InputRefused;
        ImmutableArray<Finding> findings = [.. FolderFindings.Of(loaded.Value), .. judged.Value.Findings];
        PlanStanding standing = Standing.Of(findings, FolderFindings.Version(loaded.Value), decisions.Value.Waivers, decisions.Value.Review);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { plan = folder, blockers = standing.OpenBlockers, standing, findings }, JsonOutput.Options));
        }
        else
        {
            FindingsTable.Print(findings, standing.Waivers);
            StandingText.Print(standing);
        }

        return standing.OpenBlockers == 0 ? ExitCode.Ok : ExitCode.OpenBlockers;
    }

    private static ImmutableArray<SeparatedTooth> Teeth(LoadedPlan loaded) =>
        [.. loaded.Teeth.Select(t => new SeparatedTooth(t.Key, t.Value))];

    private static ImmutableArray<AttachmentFile> Attachments(LoadedPlan loaded) =>
        [.. loaded.Attachments.Select(a => new AttachmentFile(a.Key, a.Value))];
}
