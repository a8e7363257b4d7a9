using System.Collections.Immutable;
using System.Text;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Fabrication;
using Archwright.Formats;
using Archwright.Formats.Review;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>A plan as files: teeth, models, plan.json, review.html, written whole or not at all.</summary>
internal static class PlanFiles
{
    /// <summary>What would keep a plan from being written, as far as that can be told before planning.</summary>
    public static IReadOnlyList<Problem> Refusals(string folder) =>
        [.. ReviewPage.Template().Problems, .. new[] { PlanFolder.Refusal(folder) }.OfType<Problem>()];

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
                context.Report("review", 0);
                PlanDocument document = plan.Document with { Outputs = outputs };
                return
                [
                    FolderFile.Of(PlanFolder.DocumentName, () => PlanJson.Write(document)),
                    FolderFile.Of(
                        PlanFolder.ReviewName,
                        () => Encoding.UTF8.GetBytes(ReviewPage.Build(template.Value, ReviewSurfaces.Of(plan, document, context)))),
                ];
            },
            context.Cancel);
        context.Report("review", 1);
        return written.Problems;
    }

    // Made and written one after the other: a case of sixty models never stands in memory whole.
    private static IEnumerable<FolderFile> Outputs(TreatmentPlan plan, bool models, RunContext context)
    {
        foreach (SeparatedTooth tooth in plan.Teeth)
            yield return FolderFile.Of($"teeth/{tooth.Id}.ply", () => PlyWriter.WriteTooth(tooth));
        foreach (AttachmentFile attachment in plan.AttachmentFiles)
            yield return FolderFile.Of(attachment.Path, () => PlyWriter.Write(attachment.Mesh));
        foreach (FoundLabels found in plan.Measured.Input.Found)
        {
            string jaw = found.Jaw == Jaw.Upper ? "upper" : "lower";
            yield return FolderFile.Of($"labels/{jaw}.labels.json", () => LabelFile.Write(found));
            yield return FolderFile.Of($"labels/{jaw}.confidence.json", () => SegmentationJson.Write(found));
        }

        if (!models)
            yield break;

        MeasuredArch[] arches = [.. plan.Measured.Arches];
        int stages = plan.Staging.Stages.Length;
        int done = 0;
        foreach (MeasuredArch arch in arches)
        {
            string jaw = arch.Jaw == Jaw.Upper ? "upper" : "lower";
            context.Report("models", (double)done / (stages * arches.Length), $"{jaw} arch");
            StageModels prepared = StageModels.Prepare(
                arch, plan.Measured.OcclusalFromScan, plan.Document.CaseLabel, ModelOptions.Default, context, plan.Attachments.Attachments);
            var trims = new List<(int Stage, ImmutableArray<ImmutableArray<Vec3>> Lines)>();
            for (int k = 0; k < stages; k++)
            {
                context.Cancel.ThrowIfCancellationRequested();
                StageModel model = prepared.Build(k, plan.Staging.Stages[k], context);
                trims.Add((k, model.Trim));
                yield return FolderFile.Of(
                    $"models/{jaw}-{k:00}.stl", () => StlWriter.Write(model.Mesh, $"Archwright {plan.Document.CaseLabel} {jaw} {k:00}"));
                context.Report("models", (double)++done / (stages * arches.Length), $"{jaw} {k:00}");
            }

            yield return FolderFile.Of($"models/{jaw}-trim.json", () => TrimLines.Write(arch.Jaw, trims));
        }
    }
}
