using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Labels the scans of a case that came without labels.</summary>
public static class CaseSegmentation
{
    /// <summary>
    /// The case with every unlabelled scan labelled by <see cref="ArchSegmentation"/> and corrected by its edits (<see cref="LabelEditing"/>), its jaw being what the file's name says. A face
    /// belongs to a tooth where at least two of its corners do, as when labels are read from a file; so planning a scan without labels
    /// and planning it with the labels <c>archwright segment</c> wrote come to the same. What the gate holds back stands in
    /// <see cref="FoundLabels.Doubts"/>. Bad input: the problems of segmentation, located by the scan's path. Complexity: as segmentation.
    /// </summary>
    /// <param name="input">The case; returned as it is where every scan has labels.</param>
    /// <param name="context">Threads and cancellation; the result is the same on any number of threads.</param>
    public static Result<CaseInput> Run(CaseInput input, RunContext context)
    {
        var problems = new List<Problem>();
        LabelEdit?[] left = [.. input.LabelEdits?.Edits ?? []];
        foreach (UnlabelledScan scan in input.Unlabelled)
        {
            Result<ArchSolution> solved = ArchSegmentation.Solve(scan.Mesh, scan.Jaw, context);
            problems.AddRange(solved.Problems.Select(p => p with { Location = scan.Path }));
            LabelEdit?[] own = [.. left.Select(e => e is not null && IsOf(e, scan, input.Unlabelled) ? e : null)];
            left = [.. left.Select((e, i) => own[i] is null ? e : null)];
            if (solved.Value is not { } solution)
                continue;
            Result<ArchSolution> corrected = LabelEditing.Apply(solution, [.. own], context);
            problems.AddRange(corrected.Problems.Select(p => p with { Location = $"labels.edits.json, {p.Location}" }));
            if (corrected.Value is not { } labelled)
                continue;
            var arch = new ArchScan(scan.Jaw, scan.Mesh, FaceLabels(scan.Mesh, labelled.Arch.VertexLabels));
            input = scan.Jaw == Jaw.Upper ? input with { Upper = arch } : input with { Lower = arch };
            input = input with { Found = input.Found.Add(Found(labelled.Arch, scan.MeshVertexOfFileVertex, scan.Path)) };
        }

        problems.AddRange(left.Index().Where(e => e.Item is not null).Select(e => Problem.Error(
            "label-edit-unused",
            $"no scan without labels has a tooth {e.Item!.Fdi}: labels that came with a scan are corrected in their own file",
            $"labels.edits.json, $.edits[{e.Index}]")));
        return problems.Exists(p => p.Severity == ProblemSeverity.Error)
            ? Result<CaseInput>.Fail([.. problems])
            : Result<CaseInput>.Ok(input with { Unlabelled = [], LabelEdits = null }, [.. problems]);
    }

    /// <summary>What was found, for the vertices of the file the mesh was read from.</summary>
    /// <param name="arch">Labels of the mesh.</param>
    /// <param name="meshVertexOfFileVertex">Mesh vertex of each vertex of the file, −1 where it was dropped.</param>
    /// <param name="path">Name of the scan, which doubts begin with.</param>
    public static FoundLabels Found(SegmentedArch arch, ImmutableArray<int> meshVertexOfFileVertex, string path) => new()
    {
        Jaw = arch.Jaw,
        JawConfidence = arch.JawConfidence,
        FileVertexLabels = [.. meshVertexOfFileVertex.Select(v => v < 0 ? 0 : arch.VertexLabels[v])],
        Teeth = [.. arch.Teeth.Select(t => new FoundTooth(t.Id.Fdi, t.AreaMm2, t.Confidence, t.BorderConfidence, t.Borders))],
        Doubts =
        [
            .. arch.Doubts.Select(d => new DataGap(
                d.Code,
                $"{path}: {d.Message}; correct it in labels.edits.json, or scan this place again",
                arch.Teeth.FirstOrDefault(t => d.Location == $"tooth {t.Id}")?.Id)),
        ],
    };

    // a number tells the jaw; a seed of gingiva belongs to the scan it lies on
    private static bool IsOf(LabelEdit edit, UnlabelledScan scan, ImmutableArray<UnlabelledScan> all)
    {
        if (ToothId.TryFromFdi(edit.Fdi, out ToothId id))
            return id.Jaw == scan.Jaw;
        var point = new Vec3(edit.Point[0], edit.Point[1], edit.Point[2]);
        return ReferenceEquals(scan, all.MinBy(s => BorderDrawing.Nearest(s.Mesh, point).DistanceMm));
    }

    /// <summary>FDI number per face: that of at least two of its corners, else gingiva.</summary>
    internal static ImmutableArray<int> FaceLabels(TriangleMesh mesh, ImmutableArray<int> labels)
    {
        int[] faces = new int[mesh.TriangleCount];
        for (int f = 0; f < faces.Length; f++)
        {
            Triangle t = mesh.Triangles[f];
            (int a, int b, int c) = (labels[t.A], labels[t.B], labels[t.C]);
            faces[f] = a == b || a == c ? a : b == c ? b : 0;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(faces);
    }
}
