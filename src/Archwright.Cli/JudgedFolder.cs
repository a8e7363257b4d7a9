using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>A plan folder judged anew: what check, waive and review all begin with.</summary>
/// <param name="Plan">The plan with fresh findings, those about its files among them.</param>
/// <param name="Version">The version signatures name; null where the files are not those plan.json names.</param>
/// <param name="Decisions">What is signed beside it.</param>
internal sealed record JudgedFolder(PlanDocument Plan, string? Version, PlanDecisions Decisions)
{
    /// <summary>How the plan stands.</summary>
    public PlanStanding Standing => Engine.Standing.Of(Plan.Findings, Version, Decisions.Waivers, Decisions.Review);

    /// <summary>Reads and judges a folder. Fails, located, where it cannot be read or judged.</summary>
    /// <param name="folder">Any plan folder.</param>
    /// <param name="decisions">What is signed beside it.</param>
    /// <param name="preferences">Other preferences to judge by; null: its own.</param>
    /// <param name="run">Runs long work with its display.</param>
    public static Result<JudgedFolder> Read(
        string folder,
        PlanDecisions decisions,
        TreatmentPreferences? preferences,
        Func<Func<RunContext, Result<PlanDocument>>, Result<PlanDocument>> run)
    {
        Result<ForeignPlanFolder> loaded = ForeignPlan.Load(folder);
        if (loaded.Value is not { } plan)
            return Result<JudgedFolder>.Fail(loaded.Problems);
        PlanDocument document = preferences is null
            ? plan.Document
            : plan.Document with { Engine = plan.Document.Engine with { Preferences = preferences } };
        ImmutableArray<SeparatedTooth> teeth = [.. plan.Teeth.Select(t => new SeparatedTooth(t.Key, t.Value))];
        ImmutableArray<AttachmentFile> attachments = [.. plan.Attachments.Select(a => new AttachmentFile(a.Key, a.Value))];
        Result<PlanDocument> judged = run(context => PlanJudge.Judge(document, teeth, attachments, context));
        return judged.IsOk
            ? Result<JudgedFolder>.Ok(
                new JudgedFolder(PlanJudge.WithMore(judged.Value, FolderFindings.Of(plan)), FolderFindings.Version(plan), decisions),
                [.. loaded.Problems, .. judged.Problems])
            : Result<JudgedFolder>.Fail([.. loaded.Problems, .. judged.Problems]);
    }
}
