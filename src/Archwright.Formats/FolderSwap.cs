using System.Runtime.InteropServices;

namespace Archwright.Formats;

/// <summary>
/// Puts a finished folder in the place of another. On Linux the two names are exchanged in one step (renameat2), so a reader
/// sees the old folder or the new one and never none; elsewhere the old folder is set aside first and put back on failure.
/// </summary>
internal static partial class FolderSwap
{
    private const int WorkingDirectory = -100;
    private const uint Exchange = 2;

    /// <summary>
    /// Moves <paramref name="finished"/> to <paramref name="target"/>. Where the target existed, its old content is at
    /// <paramref name="finished"/> afterwards, for the caller to remove.
    /// </summary>
    public static void Publish(string finished, string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(finished, target);
            return;
        }

        if (OperatingSystem.IsLinux() && TryExchange(finished, target))
            return;
        string aside = finished + ".old";
        Directory.Move(target, aside);
        try
        {
            Directory.Move(finished, target);
        }
        catch (IOException)
        {
            Directory.Move(aside, target);
            throw;
        }

        Directory.Move(aside, finished);
    }

    private static bool TryExchange(string a, string b)
    {
        try
        {
            return RenameAt2(WorkingDirectory, a, WorkingDirectory, b, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            // a C library without the call
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
