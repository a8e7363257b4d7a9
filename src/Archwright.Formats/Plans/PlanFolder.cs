using System.Collections.Immutable;
using System.IO.Enumeration;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// A plan on disk (docs/formats/plan-folder.md): <c>plan.json</c>, <c>teeth/</c>, <c>models/</c>, <c>review.html</c>. Written
/// whole or not at all; loaded only if every file is what the plan says it is.
/// </summary>
public static class PlanFolder
{
    /// <summary>Name of the plan document.</summary>
    public const string DocumentName = "plan.json";

    /// <summary>Name of the review page.</summary>
    public const string ReviewName = "review.html";

    /// <summary>Name of the signed waivers beside the plan; written by a person's hand, so the plan in such a folder is never replaced.</summary>
    public const string WaiversName = "waivers.json";

    /// <summary>Name of the recorded review beside the plan; kept as the waivers are.</summary>
    public const string AnswersName = "review.json";

    /// <summary>
    /// Writes a plan folder. An empty folder or an old plan is replaced in one step; a folder with anything else in it is refused.
    /// </summary>
    /// <param name="folder">Where to.</param>
    /// <param name="files">
    /// Files the plan document lists as outputs: teeth, models. Each is made when it is written, as many at a time as there are threads.
    /// </param>
    /// <param name="closing">Given their hashes: the plan document and the review page.</param>
    /// <param name="context">
    /// Threads and cancellation; the folder does not depend on them. Cancelled between files, it leaves what was there before. Default: one thread.
    /// </param>
    /// <exception cref="OperationCanceledException">The writing was cancelled; nothing has changed.</exception>
    public static Result<WrittenFolder> Write(
        string folder,
        IEnumerable<FolderFile> files,
        Func<ImmutableArray<InputFile>, IEnumerable<FolderFile>> closing,
        RunContext? context = null) =>
        WholeFolder.Write(folder, files, closing, RefusalToReplace, context ?? new RunContext());

    /// <summary>Why <see cref="Write"/> would refuse a folder, told before anything is planned; null where nothing stands in the way.</summary>
    public static Problem? Refusal(string folder)
    {
        try
        {
            return WholeFolder.Refusal(folder, RefusalToReplace);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Problem.Error("folder-unwritable", "the folder cannot be written: " + e.Message, Path.GetFileName(folder));
        }
    }

    /// <summary>
    /// Loads a plan folder and checks every output against its hash. A changed output is a warning here and named in the result,
    /// so that an edited plan can still be judged; whoever approves treats it as a blocking finding.
    /// </summary>
    public static Result<LoadedPlan> Load(string folder, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        Result<FileBytes> bytes = FileBytes.Read(Path.Combine(folder, DocumentName), DocumentName, limits.JsonBytesMax);
        Result<PlanDocument> document = ReadDocument(bytes, limits);
        if (document.Value is not { } plan)
            return Result<LoadedPlan>.Fail(document.Problems);
        var problems = new List<Problem>();
        var changed = ImmutableArray.CreateBuilder<string>();
        ImmutableSortedDictionary<ToothId, TriangleMesh>.Builder teeth = ImmutableSortedDictionary.CreateBuilder<ToothId, TriangleMesh>();
        ImmutableSortedDictionary<string, TriangleMesh>.Builder attachments =
            ImmutableSortedDictionary.CreateBuilder<string, TriangleMesh>(StringComparer.Ordinal);
        var attachmentPaths = plan.Attachments.Select(a => a.Mesh).ToHashSet(StringComparer.Ordinal);
        ILookup<string, ToothId> toothOf = plan.Teeth.ToLookup(t => t.Mesh, t => ToothId.FromFdi(t.Fdi), StringComparer.Ordinal);
        foreach (InputFile output in plan.Outputs)
        {
            Result<FileBytes> file = FileBytes.Read(Path.Combine(folder, output.Path), output.Path, limits.MeshBytesMax);
            problems.AddRange(file.Problems);
            if (!file.IsOk)
                continue;
            if (file.Value.Sha256 != output.Sha256)
            {
                changed.Add(output.Path);
                problems.Add(Problem.Warning("output-changed", "the file is not the one the plan was written with", output.Path));
            }

            bool isAttachment = attachmentPaths.Contains(output.Path);
            if (!isAttachment && !toothOf.Contains(output.Path))
                continue;
            Result<ImportedMesh> mesh = MeshReader.Read(output.Path, file.Value.Content, ImportMode.Inspect, limits);
            problems.AddRange(mesh.Problems);
            if (!mesh.IsOk)
                continue;
            if (isAttachment)
                attachments[output.Path] = mesh.Value.Mesh;
            foreach (ToothId tooth in toothOf[output.Path])
                teeth[tooth] = mesh.Value.Mesh;
        }

        foreach (PlanTooth tooth in plan.Teeth)
        {
            if (!plan.Outputs.Any(o => o.Path == tooth.Mesh))
                problems.Add(Problem.Error("output-unlisted", $"the mesh of tooth {tooth.Fdi} is not among the plan's outputs", tooth.Mesh));
        }

        foreach (PlanAttachment attachment in plan.Attachments)
        {
            if (!plan.Outputs.Any(o => o.Path == attachment.Mesh))
                problems.Add(Problem.Error("output-unlisted", $"the mesh of an attachment on {attachment.Fdi} is not among the plan's outputs", attachment.Mesh));
        }

        problems.AddRange(Strangers(folder, plan).Where(s => s is not (WaiversName or AnswersName)).Select(
            s => Problem.Warning("output-unlisted", "the file is not part of the plan", s)));
        return problems.Exists(p => p.Severity == ProblemSeverity.Error)
            ? Result<LoadedPlan>.Fail([.. problems])
            : Result<LoadedPlan>.Ok(
                new LoadedPlan(plan, bytes.Value!.Sha256, teeth.ToImmutable(), attachments.ToImmutable(), changed.ToImmutable()), [.. problems]);
    }

    private static Result<PlanDocument> ReadDocument(Result<FileBytes> file, FormatLimits limits) =>
        file.IsOk ? PlanJson.Read(file.Value.Content, DocumentName, limits) : Result<PlanDocument>.Fail(file.Problems);

    /// <summary>Only a plan and nothing but a plan may be replaced: a person's other files are not ours to remove.</summary>
    private static Problem? RefusalToReplace(string folder)
    {
        string name = Path.GetFileName(folder);
        FormatLimits limits = FormatLimits.Default;
        if (ReadDocument(FileBytes.Read(Path.Combine(folder, DocumentName), DocumentName, limits.JsonBytesMax), limits).Value is not { } old)
            return Problem.Error("folder-refused", "the folder is not empty and holds no plan of this version", name);
        string? stranger = Strangers(folder, old).FirstOrDefault();
        return stranger is null
            ? null
            : Problem.Error("folder-refused", $"the folder holds {stranger}, which is not part of the plan in it", name);
    }

    private static List<string> Strangers(string folder, PlanDocument plan)
    {
        var known = plan.Outputs.Select(o => o.Path).Append(DocumentName).Append(ReviewName).ToHashSet(StringComparer.Ordinal);
        try
        {
            return
            [
                .. Inside(folder)
                    .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
                    .Where(f => !known.Contains(f))
                    .Order(StringComparer.Ordinal)
                    .Take(20),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ["(a folder that cannot be read)"];
        }
    }

    /// <summary>Files and links, in all folders below; a link is not followed, since it may lead out or back to where it came from.</summary>
    private static FileSystemEnumerable<string> Inside(string folder) => new(
        folder, (ref FileSystemEntry e) => e.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
    {
        ShouldIncludePredicate = (ref FileSystemEntry e) => !e.IsDirectory || IsLink(ref e),
        ShouldRecursePredicate = (ref FileSystemEntry e) => !IsLink(ref e),
    };

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}

/// <summary>A plan read back.</summary>
/// <param name="Document">The plan document.</param>
/// <param name="Sha256">SHA-256 of plan.json: the version that signatures name.</param>
/// <param name="Teeth">Closed mesh of each tooth at stage 0, scan frame, mm.</param>
/// <param name="Attachments">Closed mesh of each attachment at stage 0 by its path, scan frame, mm.</param>
/// <param name="ChangedFiles">Outputs whose bytes are not those the plan was written with.</param>
public sealed record LoadedPlan(
    PlanDocument Document,
    string Sha256,
    ImmutableSortedDictionary<ToothId, TriangleMesh> Teeth,
    ImmutableSortedDictionary<string, TriangleMesh> Attachments,
    ImmutableArray<string> ChangedFiles);
