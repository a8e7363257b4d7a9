using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Reads STL, PLY and OBJ files into a mesh. Bad data never throws and never hangs: it comes back as problems located by file
/// and line, byte, vertex or face. Coordinates are taken as they are; see docs/formats/meshes.md.
/// </summary>
public static class MeshReader
{
    /// <summary>Reads the file at <paramref name="path"/>; problems name it by its file name only.</summary>
    public static Result<ImportedMesh> Read(string path, ImportMode mode, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        string name = Path.GetFileName(path);
        Result<FileBytes> file = FileBytes.Read(path, name, limits.MeshBytesMax);
        return file.IsOk ? Read(name, file.Value.Content, mode, limits) : Result<ImportedMesh>.Fail(file.Problems);
    }

    /// <summary>Reads the bytes of a file called <paramref name="name"/>; the name's extension tells the format, a PLY its first line.</summary>
    public static Result<ImportedMesh> Read(string name, ReadOnlySpan<byte> bytes, ImportMode mode, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        if (bytes.Length > limits.MeshBytesMax)
        {
            return Result<ImportedMesh>.Fail(Problem.Error(
                "file-too-large", $"more than {limits.MeshBytesMax} bytes", name, bytes.Length, limits.MeshBytesMax, "byte"));
        }

        Result<RawMesh> raw = ReadRaw(name, bytes, limits);
        return raw.IsOk ? MeshCleaning.Apply(name, raw.Value, mode, limits) : Result<ImportedMesh>.Fail(raw.Problems);
    }

    private static Result<RawMesh> ReadRaw(string name, ReadOnlySpan<byte> bytes, FormatLimits limits)
    {
        if (bytes.IsEmpty)
            return Result<RawMesh>.Fail(Problem.Error("file-empty", "the file has no bytes", name, 0, 1, "byte"));
        if (bytes.StartsWith("ply\n"u8) || bytes.StartsWith("ply\r"u8))
            return PlyReader.Read(name, bytes, limits);
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".STL" => StlReader.Read(name, bytes, limits),
            ".OBJ" => ObjReader.Read(name, bytes, limits),
            ".PLY" => Result<RawMesh>.Fail(Problem.Error("ply-header", "the file does not begin with the line ply", $"{name}, line 1")),
            _ => Result<RawMesh>.Fail(Problem.Error("format-unknown", "the file is neither STL, PLY nor OBJ", name)),
        };
    }
}
