using Archwright.Dental;
using Archwright.Formats;
using Archwright.Formats.Review;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>What persons have signed beside a plan: read from its folder, written there, shown on its page.</summary>
internal sealed record PlanDecisions(PlanWaivers? Waivers, PlanReview? Review)
{
    /// <summary>Reads both; a file that is named must be there, one of the folder's own may be absent.</summary>
    public static Result<PlanDecisions> Read(string folder, string? waivers = null, string? answers = null)
    {
        string ownWaivers = Path.Combine(folder, PlanFolder.WaiversName);
        string ownAnswers = Path.Combine(folder, PlanFolder.AnswersName);
        Result<PlanWaivers>? signed = waivers is not null || File.Exists(ownWaivers) ? DecisionsJson.ReadWaivers(waivers ?? ownWaivers) : null;
        Result<PlanReview>? review = answers is not null || File.Exists(ownAnswers) ? DecisionsJson.ReadReview(answers ?? ownAnswers) : null;
        Problem[] problems = [.. signed?.Problems ?? [], .. review?.Problems ?? []];
        return problems.Any(p => p.Severity == ProblemSeverity.Error)
            ? Result<PlanDecisions>.Fail([.. problems])
            : Result<PlanDecisions>.Ok(new PlanDecisions(signed?.Value, review?.Value), [.. problems]);
    }

    /// <summary>Puts a file in its place in one step: a reader sees the old one or the new one.</summary>
    public static void Write(string file, byte[] bytes)
    {
        string hidden = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $".{Path.GetFileName(file)}.new");
        File.WriteAllBytes(hidden, bytes);
        File.Move(hidden, file, overwrite: true);
    }

    /// <summary>Shows the standing on the plan's review page, where the folder has one.</summary>
    public static void ShowOnPage(string folder, PlanStanding standing)
    {
        string file = Path.Combine(folder, PlanFolder.ReviewName);
        if (!File.Exists(file))
            return;
        Result<string> page = ReviewPage.WithStanding(File.ReadAllText(file), standing);
        RunDisplay.Print(page.Problems);
        if (page.IsOk)
            Write(file, System.Text.Encoding.UTF8.GetBytes(page.Value));
    }
}
