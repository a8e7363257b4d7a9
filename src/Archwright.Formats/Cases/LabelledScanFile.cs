using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>One scan with its label file, outside a case folder.</summary>
public static class LabelledScanFile
{
    /// <summary>Reads both; the label file says which jaw it is.</summary>
    public static Result<ArchScan> Read(string scanPath, string labelPath, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        Result<ImportedMesh> mesh = MeshReader.Read(scanPath, ImportMode.Repair, limits);
        if (mesh.Value is not { } scan)
            return Result<ArchScan>.Fail(mesh.Problems);
        string name = Path.GetFileName(labelPath);
        Result<FileBytes> bytes = FileBytes.Read(labelPath, name, limits.JsonBytesMax);
        if (bytes.Value is not { } file)
            return Result<ArchScan>.Fail(bytes.Problems);
        Result<ScanLabels> labels = LabelFile.Read(name, file.Content, Jaw.Upper, scan, limits);
        Jaw jaw = Jaw.Upper;
        if (labels.Problems.Any(p => p.Code == "labels-wrong-jaw" && p.Location.EndsWith("$.jaw", StringComparison.Ordinal)))
        {
            jaw = Jaw.Lower;
            labels = LabelFile.Read(name, file.Content, Jaw.Lower, scan, limits);
        }

        return labels.Value is { } read
            ? Result<ArchScan>.Ok(new ArchScan(jaw, scan.Mesh, read.FaceLabels) { File = scan.FileMap })
            : Result<ArchScan>.Fail(labels.Problems);
    }
}
