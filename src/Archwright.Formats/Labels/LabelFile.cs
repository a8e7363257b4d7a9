using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Tooth labels of a scan: <c>{"jaw","labels":[FDI per vertex, 0 = gingiva],"instances":[…],"face_labels":[FDI per face]}</c>;
/// see docs/formats/labels.md. Labels belong to the vertices and faces of the mesh <em>file</em>; they are carried to the mesh
/// through the maps of <see cref="ImportedMesh"/>, so repairs do not shift them.
/// </summary>
public static class LabelFile
{
    /// <summary>
    /// Reads labels for the faces of <paramref name="scan"/>. <c>face_labels</c> win where present. Else a face belongs to a
    /// tooth where at least two of its corners do; a face with three different corners is gingiva.
    /// </summary>
    /// <param name="name">File name, for problems.</param>
    /// <param name="bytes">The label file.</param>
    /// <param name="jaw">The jaw the scan is of.</param>
    /// <param name="scan">The scan the labels belong to.</param>
    /// <param name="limits">Limits of size and depth.</param>
    public static Result<ScanLabels> Read(
        string name, ReadOnlySpan<byte> bytes, Jaw jaw, ImportedMesh scan, FormatLimits? limits = null)
    {
        Result<LabelDocument> read = StrictJson.Read<LabelDocument>(name, bytes, limits ?? FormatLimits.Default);
        if (read.Value is not { } document)
            return Result<ScanLabels>.Fail(read.Problems);
        var problems = new List<Problem>();
        string wanted = jaw == Jaw.Upper ? "upper" : "lower";
        if (document.Jaw != wanted)
            problems.Add(Problem.Error("labels-wrong-jaw", $"the labels are of the jaw \"{Short(document.Jaw)}\", the scan is the {wanted} jaw", $"{name}, $.jaw"));
        int? vertices = VertexLabelCount(document, scan);
        Check(name, "labels", document.Labels, vertices ?? scan.Facts.VertexCount, "vertices", jaw, problems);
        Check(name, "face_labels", document.FaceLabels, scan.Facts.FaceCount, "faces", jaw, problems);
        if (document.Labels is null && document.FaceLabels is null)
            problems.Add(Problem.Error("labels-absent", "the file has neither labels nor face_labels", name));
        if (problems.Count > 0)
            return Result<ScanLabels>.Fail([.. problems]);

        ImmutableArray<int> faces = document.FaceLabels is { } perFace
            ? [.. scan.FileFaceOfMeshFace.Select(f => perFace[f])]
            : FromVertices(document.Labels!, scan);
        return Result<ScanLabels>.Ok(new ScanLabels(faces, document.FaceLabels is not null));
    }

    /// <summary>Writes labels of a mesh per face and per vertex (<see cref="ArchScan.VertexLabels"/>).</summary>
    public static byte[] Write(ArchScan scan)
    {
        int[] perVertex = scan.VertexLabels();
        int[] teeth = [.. scan.FaceLabels.Where(l => l != 0).Distinct().Order()];
        return StrictJson.Write(new LabelDocument
        {
            Jaw = scan.Jaw == Jaw.Upper ? "upper" : "lower",
            Labels = perVertex,
            Instances = [.. perVertex.Select(l => l == 0 ? 0 : Array.BinarySearch(teeth, l) + 1)],
            FaceLabels = [.. scan.FaceLabels],
        });
    }

    /// <summary>Writes labels that were found or corrected, for the vertices of the file the scan was read from, and for its faces where they have their own.</summary>
    public static byte[] Write(FoundLabels found)
    {
        int[] perFile = [.. found.FileVertexLabels];
        int[] teeth = [.. perFile.Where(l => l != 0).Distinct().Order()];
        return StrictJson.Write(new LabelDocument
        {
            Jaw = found.Jaw == Jaw.Upper ? "upper" : "lower",
            Labels = perFile,
            Instances = [.. perFile.Select(l => l == 0 ? 0 : Array.BinarySearch(teeth, l) + 1)],
            FaceLabels = found.FileFaceLabels is { IsEmpty: false } faces ? [.. faces] : null,
        });
    }

    /// <summary>An STL has no vertices of its own, so its labels may count three a face or one a distinct position.</summary>
    private static int? VertexLabelCount(LabelDocument document, ImportedMesh scan)
    {
        bool isStl = scan.Facts.Format is MeshFormat.StlAscii or MeshFormat.StlBinary;
        bool isPerPosition = isStl && document.Labels?.Length == scan.Mesh.VertexCount && scan.Repairs.IsEmpty;
        return isPerPosition ? scan.Mesh.VertexCount : null;
    }

    private static void Check(
        string name, string key, int[]? labels, int count, string what, Jaw jaw, List<Problem> problems)
    {
        if (labels is null)
            return;
        if (labels.Length != count)
        {
            problems.Add(Problem.Error(
                "labels-count",
                $"{labels.Length} numbers for the {count} {what} of the scan's file",
                $"{name}, $.{key}",
                labels.Length,
                count,
                "count"));
        }

        int notFdi = Array.FindIndex(labels, l => l != 0 && !ToothId.TryFromFdi(l, out _));
        if (notFdi >= 0)
        {
            problems.Add(Problem.Error(
                "labels-no-fdi", $"{labels[notFdi]} is neither 0 nor an FDI number", $"{name}, $.{key}[{notFdi}]", labels[notFdi]));
            return;
        }

        int wrongJaw = Array.FindIndex(labels, l => ToothId.TryFromFdi(l, out ToothId tooth) && tooth.Jaw != jaw);
        if (wrongJaw >= 0)
        {
            problems.Add(Problem.Error(
                "labels-wrong-jaw", $"{labels[wrongJaw]} is a tooth of the other jaw", $"{name}, $.{key}[{wrongJaw}]", labels[wrongJaw]));
        }
    }

    private static ImmutableArray<int> FromVertices(int[] labels, ImportedMesh scan)
    {
        bool isPerPosition = labels.Length != scan.Facts.VertexCount;
        ReadOnlySpan<Triangle> corners = isPerPosition ? scan.Mesh.Triangles : scan.FileCornersOfMeshFace.AsSpan();
        var faces = new int[corners.Length];
        for (int f = 0; f < faces.Length; f++)
        {
            int a = labels[corners[f].A];
            int b = labels[corners[f].B];
            int c = labels[corners[f].C];
            faces[f] = a == b || a == c ? a : b == c ? b : 0;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(faces);
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
