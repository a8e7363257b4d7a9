using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>The files of a case folder that could matter, by path inside the folder, in ordinal order.</summary>
internal sealed class CaseListing
{
    private const int EntriesMax = 10_000;
    private readonly Func<string, long, Result<FileBytes>> _read;
    private readonly List<string> _files;

    private CaseListing(List<string> files, Func<string, long, Result<FileBytes>> read)
    {
        _read = read;
        _files = files;
    }

    public static Result<CaseListing> Of(string folder)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        if (ZipCase.IsZip(folder))
            return OfZip(folder);
        try
        {
            if (!Directory.Exists(folder))
                return Result<CaseListing>.Fail(Problem.Error("folder-missing", "there is no such folder", name));
            var files = new List<string>();
            foreach (string part in (ReadOnlySpan<string>)["", "scans", "teeth"])
            {
                if (FolderNamed(folder, part) is not { } inside)
                    continue;
                if (Directory.EnumerateDirectories(inside).Order(StringComparer.Ordinal).FirstOrDefault(IsMesh) is { } stranger)
                {
                    return Result<CaseListing>.Fail(Problem.Error(
                        "folder-for-file", "a folder stands where a file is expected", Path.GetRelativePath(folder, stranger).Replace('\\', '/')));
                }

                foreach (string file in Directory.EnumerateFiles(inside))
                {
                    if (files.Count == EntriesMax)
                    {
                        return Result<CaseListing>.Fail(Problem.Error(
                            "folder-too-large", $"more than {EntriesMax} files", name, null, EntriesMax, "count"));
                    }

                    files.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'));
                }
            }

            files.Sort(StringComparer.Ordinal);
            return Result<CaseListing>.Ok(new CaseListing(
                files, (file, bytesMax) => FileBytes.Read(Path.Combine(folder, file), file, bytesMax)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Result<CaseListing>.Fail(Problem.Error("folder-unreadable", "the folder cannot be read: " + e.GetType().Name, name));
        }
    }

    public static bool IsMesh(string name) => Path.GetExtension(name).ToUpperInvariant() is ".PLY" or ".STL" or ".OBJ";

    /// <summary>Files of these names, in any case, in scans/ or directly in the folder.</summary>
    public string[] Find(ReadOnlySpan<string> names)
    {
        var found = new List<string>();
        foreach (string name in names)
        {
            found.AddRange(_files.Where(f =>
                string.Equals(f, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(f, "scans/" + name, StringComparison.OrdinalIgnoreCase)));
        }

        return [.. found];
    }

    /// <summary>Files directly in one folder.</summary>
    public IEnumerable<string> Below(string folder) =>
        _files.Where(f => f.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Files that could be scans of arches: meshes that are no separated teeth.</summary>
    public IEnumerable<string> Scans() =>
        _files.Where(f => IsMesh(f) && !f.StartsWith("teeth/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The bytes of a file within a limit.</summary>
    public Result<FileBytes> Read(string name, long bytesMax) => _read(name, bytesMax);

    private static Result<CaseListing> OfZip(string path)
    {
        Result<ZipCase> zip = ZipCase.Open(path);
        if (zip.Value is not { } opened)
            return Result<CaseListing>.Fail(zip.Problems);
        string[] folders = ["scans", "teeth"];
        List<string> files =
        [
            .. opened.Files.Where(f => f.Split('/') is var parts
                && (parts.Length == 1 || (parts.Length == 2 && folders.Contains(parts[0], StringComparer.OrdinalIgnoreCase)))),
        ];
        return Result<CaseListing>.Ok(new CaseListing(files, opened.Read));
    }

    private static string? FolderNamed(string folder, string part) => part.Length == 0
        ? folder
        : Directory.EnumerateDirectories(folder)
            .Where(d => string.Equals(Path.GetFileName(d), part, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
}
