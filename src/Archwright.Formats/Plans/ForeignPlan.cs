using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Reads of any plan folder what judging it needs: plan.json, the tooth meshes, the attachments' meshes. Unlike
/// <see cref="PlanFolder.Load"/> it does not ask whether the folder is the one that was written: a mesh with another hash, or one
/// that no output names, is listed and judged all the same. What cannot be read (no or malformed plan.json, an absent or broken
/// tooth mesh) is a located error.
/// </summary>
public static class ForeignPlan
{
    /// <summary>Reads the folder.</summary>
    public static Result<ForeignPlanFolder> Load(string folder, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        Result<FileBytes> file = FileBytes.Read(Path.Combine(folder, PlanFolder.DocumentName), PlanFolder.DocumentName, limits.JsonBytesMax);
        if (!file.IsOk)
            return Result<ForeignPlanFolder>.Fail(file.Problems);
        Result<PlanDocument> document = PlanJson.Read(file.Value.Content, PlanFolder.DocumentName, limits);
        if (document.Value is not { } plan)
            return Result<ForeignPlanFolder>.Fail(document.Problems);

        var problems = new List<Problem>();
        var differing = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var written = plan.Outputs.ToImmutableSortedDictionary(o => o.Path, o => o.Sha256, StringComparer.Ordinal);
        ImmutableSortedDictionary<ToothId, TriangleMesh>.Builder teeth = ImmutableSortedDictionary.CreateBuilder<ToothId, TriangleMesh>();
        foreach (PlanTooth tooth in plan.Teeth)
        {
            if (Mesh(tooth.Mesh, isNeeded: true) is { } mesh)
                teeth[ToothId.FromFdi(tooth.Fdi)] = mesh;
        }

        ImmutableSortedDictionary<string, TriangleMesh>.Builder attachments =
            ImmutableSortedDictionary.CreateBuilder<string, TriangleMesh>(StringComparer.Ordinal);
        foreach (string path in plan.Attachments.Select(a => a.Mesh).Distinct())
        {
            if (Mesh(path, isNeeded: false) is { } mesh)
                attachments[path] = mesh;
        }

        return problems.Exists(p => p.Severity == ProblemSeverity.Error)
            ? Result<ForeignPlanFolder>.Fail([.. problems])
            : Result<ForeignPlanFolder>.Ok(
                new ForeignPlanFolder(plan, file.Value.Sha256, teeth.ToImmutable(), attachments.ToImmutable(), differing.ToImmutableSortedDictionary(StringComparer.Ordinal)),
                [.. problems]);

        TriangleMesh? Mesh(string path, bool isNeeded)
        {
            Result<FileBytes> bytes = FileBytes.Read(Path.Combine(folder, path), path, limits.MeshBytesMax);
            if (!bytes.IsOk)
            {
                problems.AddRange(isNeeded ? bytes.Problems : [.. bytes.Problems.Select(p => p with { Severity = ProblemSeverity.Warning })]);
                return null;
            }

            if (!written.TryGetValue(path, out string? sha256))
                differing[path] = "no output of the plan names it";
            else if (sha256 != bytes.Value.Sha256)
                differing[path] = "its hash differs from the one the plan was written with";
            Result<ImportedMesh> mesh = MeshReader.Read(path, bytes.Value.Content, ImportMode.Inspect, limits);
            problems.AddRange(mesh.Problems);
            return mesh.Value?.Mesh;
        }
    }
}

/// <summary>A plan folder as judging needs it.</summary>
/// <param name="Document">plan.json.</param>
/// <param name="Sha256">SHA-256 of plan.json: the version that signatures name.</param>
/// <param name="Teeth">Mesh of each tooth at stage 0, scan frame, mm.</param>
/// <param name="Attachments">Mesh of each attachment at stage 0 by its path; one that is absent is left out.</param>
/// <param name="Differing">Meshes that are not those the plan was written with, and how each differs.</param>
public sealed record ForeignPlanFolder(
    PlanDocument Document,
    string Sha256,
    ImmutableSortedDictionary<ToothId, TriangleMesh> Teeth,
    ImmutableSortedDictionary<string, TriangleMesh> Attachments,
    ImmutableSortedDictionary<string, string> Differing);
