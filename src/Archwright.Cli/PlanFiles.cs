using System.Text;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Formats.Review;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>A plan as files: teeth, models, plan.json, review.html, written whole or not at all.</summary>
internal static class PlanFiles
{
    /// <summary>Writes the plan folder; the problems say what stood in the way.</summary>
    public static IReadOnlyList<Problem> Write(string folder, TreatmentPlan plan, bool models, RunContext context)
    {
        Result<string> template = ReviewPage.Template();
        if (!template.IsOk)
            return template.Problems;

        Result<WrittenFolder> written = PlanFolder.Write(
            folder,
            Outputs(plan, models, context),
            outputs =>
            {
                PlanDocument document = plan.Document with { Outputs = outputs };
                context.Report("review", 0);
                return
                [
                    FolderFile.Of(PlanFolder.DocumentName, () => PlanJson.Write(document)),
                    FolderFile.Of(PlanFolder.ReviewName, () => Page(template.Value, document, plan)),
                ];
            },
            context.Cancel);
        context.Report("review", 1);
        return written.Problems;
    }

    private static IEnumerable<FolderFile> Outputs(TreatmentPlan plan, bool models, RunContext context)
    {
        foreach (SeparatedTooth tooth in plan.Teeth)
            yield return FolderFile.Of($"teeth/{tooth.Id}.ply", () => PlyWriter.Write(tooth.Mesh));
    }

    private static byte[] Page(string template, PlanDocument document, TreatmentPlan plan) => Encoding.UTF8.GetBytes(
        ReviewPage.Build(template, new ReviewData
        {
            Plan = document,
            Teeth = [.. plan.Teeth.Select(t => new ReviewTooth(t.Id, t.Mesh))],
        }));
}
