using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright letter PLAN</c>: what will under-express, by how much, why, and what could be done instead.</summary>
internal static class LetterCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("plan") { Description = "Plan folder." };
        var output = new Option<string?>("--output", "-o") { Description = "File to write (Markdown); absent: standard output." };
        Option<int> threads = SharedOptions.Threads();
        var alternatives = new Option<int>("--alternatives")
        {
            Description = "Teeth to work out alternatives for, worst first; each stages the plan anew.",
            DefaultValueFactory = _ => PushBackLetter.UsualAlternatives,
        };
        SharedOptions.TakesWholeNumber(alternatives, 0, int.MaxValue, "a whole number from 0");
        var command = new Command("letter", "Push back: what will under-express, by how much, why, and alternatives with their cost.") { folder, output, alternatives, threads };
        command.SetAction((parsed, cancel) =>
            Task.FromResult(Run(parsed.GetRequiredValue(folder), parsed.GetValue(output), parsed.GetValue(alternatives), parsed.GetValue(threads), cancel)));
        return command;
    }

    private static int Run(string folder, string? output, int alternatives, int threads, CancellationToken cancel)
    {
        Result<LoadedPlan> loaded = PlanFolder.Load(folder);
        RunDisplay.Print(loaded.Problems);
        if (!loaded.IsOk)
            return ExitCode.InputRefused;
        ImmutableArray<SeparatedTooth> teeth = [.. loaded.Value.Teeth.Select(t => new SeparatedTooth(t.Key, t.Value))];
        (Result<PlanDocument> judged, string letter) = RunDisplay.Run(quiet: false, threads, cancel, context =>
        {
            Result<PlanDocument> plan = PlanJudge.Judge(
                loaded.Value.Document, teeth, [.. loaded.Value.Attachments.Select(a => new AttachmentFile(a.Key, a.Value))], context);
            return (plan, plan.IsOk ? PushBackLetter.Write(plan.Value, teeth, alternatives, context) : "");
        });
        RunDisplay.Print(judged.Problems);
        if (!judged.IsOk)
            return ExitCode.InputRefused;
        if (output is null)
            Console.Write(letter);
        else if (!RunDisplay.Write(new OutputFile(output, Encoding.UTF8.GetBytes(letter))))
            return ExitCode.InputRefused;
        return ExitCode.Ok;
    }
}
