using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>The files of a case folder that could matter, by path inside the folder, in ordinal order.</summary>
internal sealed class CaseListing
{
    private const int EntriesMax = 10_000;
    private readonly string _folder;
    private readonly List<string> _files;

    private CaseListing(string folder, List<string> files)
    {
        _folder = folder;
        _files = files;
    }

    public static Result<CaseListing> Of(string folder)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        try
        {
            if (!Directory.Exists(folder))
                return Result<CaseListing>.Fail(Problem.Error("folder-missing", "there is no such folder", name));
            var files = new List<string>();
            foreach (string part in (ReadOnlySpan<string>)["", "scans", "teeth"])
            {
                if (FolderNamed(folder, part) is not { } inside)
                    continue;
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
            return Result<CaseListing>.Ok(new CaseListing(folder, files));
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

    public string FullPath(string name) => Path.Combine(_folder, name);

    private static string? FolderNamed(string folder, string part) => part.Length == 0
        ? folder
        : Directory.EnumerateDirectories(folder)
            .Where(d => string.Equals(Path.GetFileName(d), part, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
}
