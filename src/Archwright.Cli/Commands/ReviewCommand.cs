using System.CommandLine;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;
using Archwright.Rules;

namespace Archwright.Cli.Commands;

/// <summary>
/// <c>archwright review PLAN [--answers FILE]</c>: the fixed list of questions of a review, as a form to fill in or as answers to
/// record (CHK-06). Until every question is answered for this very version, the plan is initial and not approvable (STG-09).
/// </summary>
internal static class ReviewCommand
{
    internal sealed record Request(string Plan, string? Form, string? Answers, string? Since, bool Json)
    {
        public required string By { get; init; }

        public required SignatoryRole Role { get; init; }

        public required DateOnly On { get; init; }
    }

    public static Command Create()
    {
        var folder = new Argument<string>("plan") { Description = "Plan folder." };
        var form = new Option<string?>("--form") { Description = "File to write the list to as a form, with the plan's version and no answers." };
        var answers = new Option<string?>("--answers") { Description = "The form, filled in: checked and kept as review.json beside the plan." };
        var since = new Option<string?>("--since") { Description = "Folder of an earlier version of the plan: the attachments changed since are counted." };
        var who = new SignatureOptions();
        Option<bool> json = SharedOptions.Json();
        Option<int> threads = SharedOptions.Threads();
        var command = new Command(
            "review",
            """
            Review a plan, question by question, as a recorded decision. Exit code 0 where the plan is approvable, 2 where something is missing.

            Without options: the questions with the findings that fall under each, and how the plan stands.
            """)
        {
            folder, form, answers, since, who.By, who.Role, who.On, json, threads,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            new Request(parsed.GetRequiredValue(folder), parsed.GetValue(form), parsed.GetValue(answers), parsed.GetValue(since), parsed.GetValue(json))
            {
                By = parsed.GetValue(who.By) ?? "",
                Role = parsed.GetValue(who.Role) ?? SignatoryRole.ClinicalReviewer,
                On = parsed.GetValue(who.On),
            },
            work => RunDisplay.Run(parsed.GetValue(json), parsed.GetValue(threads), cancel, work))));
        return command;
    }

    private static int Run(Request request, Func<Func<RunContext, Result<PlanDocument>>, Result<PlanDocument>> run)
    {
        Result<PlanDecisions> decisions = PlanDecisions.Read(request.Plan, answers: request.Answers);
        Result<ForeignPlanFolder>? before = request.Since is null ? null : ForeignPlan.Load(request.Since);
        RunDisplay.Print([.. decisions.Problems, .. before?.Problems ?? []]);
        if (!decisions.IsOk || before is { IsOk: false })
            return ExitCode.InputRefused;
        Result<JudgedFolder> judged = JudgedFolder.Read(request.Plan, decisions.Value, preferences: null, run);
        RunDisplay.Print(judged.Problems);
        if (!judged.IsOk)
            return ExitCode.InputRefused;
        if (request.Form is not null)
            PlanDecisions.Write(request.Form, DecisionsJson.Write(Form(judged.Value, request)));
        if (request.Answers is not null)
        {
            PlanDecisions.Write(Path.Combine(request.Plan, PlanFolder.AnswersName), DecisionsJson.Write(decisions.Value.Review!));
            PlanDecisions.ShowOnPage(request.Plan, judged.Value.Standing);
        }

        AttachmentEdits? edits = before?.Value is { } earlier
            ? AttachmentEdits.Between(earlier.Document.Attachments, judged.Value.Plan.Attachments)
            : null;
        return Report(judged.Value, edits, request.Json);
    }

    private static PlanReview Form(JudgedFolder judged, Request request) => new()
    {
        Schema = PlanReview.SchemaId,
        PlanSha256 = judged.Version ?? "",
        By = request.By,
        Role = request.Role,
        On = request.On,
        Answers = [.. ReviewQuestion.All.Select(q => new ReviewAnswer { Question = q.Id })],
    };

    private static int Report(JudgedFolder judged, AttachmentEdits? edits, bool json)
    {
        PlanStanding standing = judged.Standing;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { planSha256 = judged.Version, standing, attachmentEdits = edits, questions = ReviewQuestion.All.Select(q => new { q.Id, q.Text, findings = Under(judged, q) }) },
                JsonOutput.Options));
        }
        else
        {
            foreach (ReviewQuestion question in ReviewQuestion.All)
                Print(question, Under(judged, question), standing.Review?.Answers.FirstOrDefault(a => a.Question == question.Id));
            if (edits is not null)
                Console.WriteLine($"attachments changed since: {edits.Count} ({edits.Added} added, {edits.Removed} removed, {edits.Changed} changed)");
            StandingText.Print(standing);
        }

        return standing.Approvable ? ExitCode.Ok : ExitCode.OpenBlockers;
    }

    private static Finding[] Under(JudgedFolder judged, ReviewQuestion question) =>
        [.. judged.Plan.Findings.Where(f => f.Severity != FindingSeverity.Advice && ReviewQuestion.Of(f) == question)];

    private static void Print(ReviewQuestion question, Finding[] findings, ReviewAnswer? answer)
    {
        string decision = answer?.Decision is { } d ? PreferenceOption.Text(d) : "not answered";
        Console.WriteLine($"{question.Id}: {question.Text}");
        Console.WriteLine($"  {decision}{(string.IsNullOrWhiteSpace(answer?.Remark) ? "" : $": {answer.Remark}")}");
        foreach (IGrouping<string, Finding> rule in findings.GroupBy(f => f.Rule))
            Console.WriteLine($"  {rule.First().Severity.ToString().ToLowerInvariant(),-8} {rule.Key} × {rule.Count()}: {rule.First().Message}");
    }
}
