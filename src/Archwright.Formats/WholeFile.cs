using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Writes single files whole or not at all: each into a hidden sibling first, flushed to the disk, then renamed over the old one. All
/// siblings are complete before the first is renamed, so files that belong together change together but for a crash between two renames.
/// </summary>
public static class WholeFile
{
    /// <summary>Writes the files; a problem means that every old file still stands.</summary>
    public static Problem? Write(params ReadOnlySpan<OutputFile> files)
    {
        var partials = new List<(string Partial, string Target)>();
        string name = "";
        try
        {
            foreach (OutputFile file in files)
            {
                string target = Path.GetFullPath(file.Path);
                name = Path.GetFileName(target);
                if (Directory.Exists(target))
                    return Problem.Error("file-unwritable", "a folder of this name is in the way", name);
                // asking a file that is not there yet where it points throws
                if (new FileInfo(target).LinkTarget is not null)
                    target = File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
                if (IsNoRegularFile(target))
                {
                    File.WriteAllBytes(target, file.Content);
                    continue;
                }

                string partial = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.partial");
                partials.Add((partial, target));
                using FileStream stream = new(partial, FileMode.CreateNew, FileAccess.Write);
                stream.Write(file.Content);
                stream.Flush(flushToDisk: true);
            }

            foreach ((string partial, string target) in partials)
                File.Move(partial, target, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Problem.Error("file-unwritable", "the file cannot be written: " + e.Message, name);
        }
        finally
        {
            foreach ((string partial, string _) in partials)
            {
                if (File.Exists(partial))
                    File.Delete(partial);
            }
        }
    }

    /// <summary>A terminal, a pipe or a device has no length; it is written to, never replaced. An empty file has nothing to lose.</summary>
    private static bool IsNoRegularFile(string path) => new FileInfo(path) is { Exists: true, Length: 0 };
}
