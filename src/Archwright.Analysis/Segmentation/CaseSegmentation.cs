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
    /// The case with every unlabelled scan labelled by <see cref="ArchSegmentation"/>, its jaw being what the file's name says. A face
    /// belongs to a tooth where at least two of its corners do, as when labels are read from a file; so planning a scan without labels
    /// and planning it with the labels <c>archwright segment</c> wrote come to the same. What the gate holds back stands in
    /// <see cref="FoundLabels.Doubts"/>. Bad input: the problems of segmentation, located by the scan's path. Complexity: as segmentation.
    /// </summary>
    /// <param name="input">The case; returned as it is where every scan has labels.</param>
    /// <param name="context">Threads and cancellation; the result is the same on any number of threads.</param>
    public static Result<CaseInput> Run(CaseInput input, RunContext context)
    {
        var problems = new List<Problem>();
        foreach (UnlabelledScan scan in input.Unlabelled)
        {
            Result<SegmentedArch> segmented = ArchSegmentation.Run(scan.Mesh, scan.Jaw, context);
            problems.AddRange(segmented.Problems.Select(p => p with { Location = scan.Path }));
            if (segmented.Value is not { } arch)
                continue;
            var labelled = new ArchScan(scan.Jaw, scan.Mesh, FaceLabels(scan.Mesh, arch.VertexLabels));
            input = scan.Jaw == Jaw.Upper ? input with { Upper = labelled } : input with { Lower = labelled };
            input = input with { Found = input.Found.Add(Found(arch, scan.MeshVertexOfFileVertex, scan.Path)) };
        }

        return problems.Exists(p => p.Severity == ProblemSeverity.Error)
            ? Result<CaseInput>.Fail([.. problems])
            : Result<CaseInput>.Ok(input with { Unlabelled = [] }, [.. problems]);
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

    private static ImmutableArray<int> FaceLabels(TriangleMesh mesh, ImmutableArray<int> labels)
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
