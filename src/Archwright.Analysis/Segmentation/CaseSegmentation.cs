using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Labels the scans of a case that came without labels, and corrects labels by the case's edits.</summary>
public static class CaseSegmentation
{
    /// <summary>
    /// The case with every unlabelled scan labelled by <see cref="ArchSegmentation"/>, its jaw being what the file's name says, and with found and given labels corrected by the case's
    /// edits (<see cref="LabelEditing"/>). A face of an unlabelled scan
    /// belongs to a tooth where at least two of its corners do, as when labels are read from a file; so planning a scan without labels
    /// and planning it with the labels <c>archwright segment</c> wrote come to the same. What the gate holds back stands in
    /// <see cref="FoundLabels.Doubts"/>. Bad input: the problems of segmentation, located by the scan's path. Complexity: as segmentation.
    /// </summary>
    /// <param name="input">The case; returned as it is where every scan has labels that nobody corrects.</param>
    /// <param name="context">Threads and cancellation; the result is the same on any number of threads.</param>
    public static Result<CaseInput> Run(CaseInput input, RunContext context)
    {
        ArchScan[] given = [.. new[] { input.Upper, input.Lower }.OfType<ArchScan>()];
        (Jaw Jaw, TriangleMesh Mesh)[] scans = [.. input.Unlabelled.Select(s => (s.Jaw, s.Mesh)), .. given.Select(s => (s.Jaw, s.Mesh))];
        LabelEdit[] edits = [.. input.LabelEdits?.Edits ?? []];
        Jaw?[] jaws = [.. edits.Select(e => JawOf(e, scans))];
        List<Problem> problems =
        [
            .. edits.Index().Where(e => jaws[e.Index] is null).Select(e => Problem.Error(
                "label-edit-unused", $"no scan could have a tooth {e.Item.Fdi}", $"labels.edits.json, $.edits[{e.Index}]")),
        ];
        foreach (UnlabelledScan scan in input.Unlabelled)
        {
            Result<ArchSolution> solved = ArchSegmentation.Solve(scan.Mesh, scan.Jaw, context);
            if (Corrected(solved, scan.Jaw, scan.Path) is not { } labelled)
                continue;
            var arch = new ArchScan(scan.Jaw, scan.Mesh, FaceLabels(scan.Mesh, labelled.Arch.VertexLabels)) { File = scan.File };
            input = With(input, arch, Found(labelled.Arch, scan.File, scan.Path));
        }

        foreach (ArchScan scan in given.Where(s => jaws.Contains(s.Jaw)))
        {
            string name = scan.Jaw == Jaw.Upper ? "upper" : "lower";
            Result<ArchSolution> start = GivenLabels.Solve(scan, context);
            if (Corrected(start, scan.Jaw, name) is not { } labelled)
                continue;
            ArchScan arch = GivenLabels.Corrected(scan, start.Value!, labelled);
            input = With(input, arch, Found(labelled.Arch, arch, name));
        }

        return problems.Exists(p => p.Severity == ProblemSeverity.Error)
            ? Result<CaseInput>.Fail([.. problems])
            : Result<CaseInput>.Ok(input with { Unlabelled = [], LabelEdits = null }, [.. problems]);

        ArchSolution? Corrected(Result<ArchSolution> solved, Jaw jaw, string path)
        {
            problems.AddRange(solved.Problems.Select(p => p with { Location = path }));
            if (solved.Value is not { } solution)
                return null;
            Result<ArchSolution> corrected = LabelEditing.Apply(solution, [.. edits.Select((e, i) => jaws[i] == jaw ? e : null)], context);
            problems.AddRange(corrected.Problems.Select(p => p with { Location = $"labels.edits.json, {p.Location}" }));
            return corrected.Value;
        }
    }

    /// <summary>What was found, for the vertices of the file the mesh was read from.</summary>
    /// <param name="arch">Labels of the mesh.</param>
    /// <param name="file">That file.</param>
    /// <param name="path">Name of the scan, which doubts begin with.</param>
    public static FoundLabels Found(SegmentedArch arch, ScanFileMap file, string path) => new()
    {
        Jaw = arch.Jaw,
        JawConfidence = arch.JawConfidence,
        FileVertexLabels = file.ToFileVertices(arch.VertexLabels),
        Teeth = [.. arch.Teeth.Select(t => new FoundTooth(t.Id.Fdi, t.AreaMm2, t.Confidence, t.BorderConfidence, t.Borders) { Unknown = t.Unknown })],
        Doubts =
        [
            .. arch.Doubts.Select(d => new DataGap(
                d.Code,
                $"{path}: {d.Message}; correct it in labels.edits.json, or scan this place again",
                arch.Teeth.FirstOrDefault(t => d.Location == $"tooth {t.Id}")?.Id)),
        ],
    };

    /// <summary>What edits have made of given labels, for the vertices and faces of their file; a scan of no file is its own.</summary>
    /// <param name="arch">Labels of the mesh, with what is doubtful.</param>
    /// <param name="corrected">The scan with its faces' labels.</param>
    /// <param name="path">Name of the scan, which doubts begin with.</param>
    public static FoundLabels Found(SegmentedArch arch, ArchScan corrected, string path)
    {
        ScanFileMap file = corrected.File ?? new ScanFileMap(
            [.. Enumerable.Range(0, corrected.Mesh.VertexCount)], [.. Enumerable.Range(0, corrected.Mesh.TriangleCount)], corrected.Mesh.TriangleCount);
        return Found(arch, file, path) with { FileFaceLabels = file.ToFileFaces(corrected.FaceLabels) };
    }

    // a number tells the jaw; a seed of gingiva belongs to the scan it lies on; null where there is no such scan
    private static Jaw? JawOf(LabelEdit edit, (Jaw Jaw, TriangleMesh Mesh)[] scans)
    {
        if (ToothId.TryFromFdi(edit.Fdi, out ToothId id))
            return Array.Exists(scans, s => s.Jaw == id.Jaw) ? id.Jaw : null;
        var point = new Vec3(edit.Point[0], edit.Point[1], edit.Point[2]);
        return scans.Length == 0 ? null : scans.MinBy(s => BorderDrawing.Nearest(s.Mesh, point).DistanceMm).Jaw;
    }

    private static CaseInput With(CaseInput input, ArchScan arch, FoundLabels found) =>
        (arch.Jaw == Jaw.Upper ? input with { Upper = arch } : input with { Lower = arch }) with { Found = input.Found.Add(found) };

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
