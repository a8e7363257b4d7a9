using System.Collections.Immutable;
using System.Security.Cryptography;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Writes a folder whole or not at all: into a hidden sibling first, every file flushed to the disk, then moved into place by
/// one rename. On failure or cancellation the sibling is removed and whatever stood there before still stands.
/// </summary>
internal static class WholeFolder
{
    public static Result<WrittenFolder> Write(
        string folder,
        IEnumerable<FolderFile> files,
        Func<ImmutableArray<InputFile>, IEnumerable<FolderFile>> closing,
        Func<string, Problem?> mayReplace,
        RunContext context)
    {
        string? partial = null;
        string name = NameOf(folder);
        try
        {
            if (Refusal(folder, mayReplace) is { } refusal)
                return Result<WrittenFolder>.Fail(refusal);
            string target = TargetOf(folder);
            string parent = Path.GetDirectoryName(target) ?? target;
            Directory.CreateDirectory(parent);
            partial = Path.Combine(parent, $".{name}.{Path.GetRandomFileName()}.partial");
            Directory.CreateDirectory(partial);
            ImmutableArray<InputFile> written = WriteFiles(partial, files, [], context);
            written = [.. written, .. WriteFiles(partial, closing(written), written, context)];
            context.Cancel.ThrowIfCancellationRequested();
            FolderSwap.Publish(partial, target);
            return Result<WrittenFolder>.Ok(new WrittenFolder(written));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Result<WrittenFolder>.Fail(Problem.Error("folder-unwritable", "the folder cannot be written: " + e.Message, name));
        }
        finally
        {
            // after a swap this is the folder that was replaced
            if (partial is not null && Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    /// <summary>Why a folder would not be written, as far as that can be told before; null where nothing stands in the way.</summary>
    public static Problem? Refusal(string folder, Func<string, Problem?> mayReplace)
    {
        string target = TargetOf(folder);
        string name = NameOf(folder);
        if (name.Length == 0)
            return Problem.Error("folder-refused", "the root of a file system is no place for a plan", target);
        if (File.Exists(target))
            return Problem.Error("folder-refused", "a file of this name is in the way", name);
        return Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() ? mayReplace(target) : null;
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    // where a link leads
    private static string TargetOf(string folder)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Directory.Exists(target) && Directory.ResolveLinkTarget(target, returnFinalTarget: true) is { } linked ? linked.FullName : target;
    }

    private static ImmutableArray<InputFile> WriteFiles(
        string root, IEnumerable<FolderFile> files, ImmutableArray<InputFile> earlier, RunContext context)
    {
        FolderFile[] all = [.. files];
        string[] paths = [.. earlier.Select(w => w.Path), .. all.Select(f => f.Path)];
        Preconditions.Require(all.All(f => RelativePath.IsSafe(f.Path)), "a file stays inside its folder");
        Preconditions.Require(paths.Distinct(StringComparer.Ordinal).Count() == paths.Length, "a file is written once");
        var written = new InputFile[all.Length];
        context.For(all.Length, i => written[i] = WriteFile(root, all[i]));
        return [.. written];
    }

    private static InputFile WriteFile(string root, FolderFile file)
    {
        string path = Path.Combine(root, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite);
        file.Write(stream);
        stream.Flush(flushToDisk: true);
        stream.Position = 0;
        return new InputFile(file.Path, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}

/// <summary>A folder that has been written.</summary>
/// <param name="Files">Its files in the order written, with the hash of their bytes.</param>
public sealed record WrittenFolder(ImmutableArray<InputFile> Files);
