using System.Text;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Fabrication;
using Archwright.Formats;
using Archwright.Formats.Review;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>A plan as files: teeth, models, plan.json, review.html, written whole or not at all.</summary>
internal static class PlanFiles
{
    // a model in the making takes about 60 MB: however many threads there are, a plan stays below 2 GB
    private const int FilesAtOnce = 8;

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
            new RunContext(Math.Min(context.Threads, FilesAtOnce), cancel: context.Cancel));
        context.Report("review", 1);
        return written.Problems;
    }

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

        foreach (FolderFile model in models ? Models(plan, context) : [])
            yield return model;
    }

    // A model is made when its file is written: sixty of them never stand in memory whole.
    private static IEnumerable<FolderFile> Models(TreatmentPlan plan, RunContext context)
    {
        MeasuredArch[] arches = [.. plan.Measured.Arches];
        int count = plan.Staging.Stages.Length;
        int done = 0;
        var gate = new Lock();
        var single = new RunContext(1, cancel: context.Cancel);
        foreach (MeasuredArch arch in arches)
        {
            string jaw = arch.Jaw == Jaw.Upper ? "upper" : "lower";
            context.Report("models", 0, $"{jaw} arch");
            StageModels prepared = StageModels.Prepare(
                arch, plan.Measured.OcclusalFromScan, plan.Document.CaseLabel, ModelOptions.Default, context, plan.Attachments.Attachments);
            for (int k = 0; k < count; k++)
            {
                int stage = k;
                yield return FolderFile.Of($"models/{jaw}-{k:00}.stl", () => Model(prepared, jaw, stage));
            }

            yield return FolderFile.Of(
                $"models/{jaw}-trim.json",
                () => TrimLines.Write(arch.Jaw, plan.Staging.Stages.Select((poses, k) => (k, prepared.TrimAt(poses)))));
        }

        byte[] Model(StageModels prepared, string jaw, int stage)
        {
            StageModel model = prepared.Build(stage, plan.Staging.Stages[stage], single);
            lock (gate)
                context.Report("models", (double)++done / (count * arches.Length), $"{jaw} {stage:00}");
            return StlWriter.Write(model.Mesh, $"Archwright {plan.Document.CaseLabel} {jaw} {stage:00}");
        }
    }
}
