namespace Archwright.Acceptance.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>What tests share; gone when the last of them is done.</summary>
    public static ScratchFolder OfAll { get; } = UntilExit();

    private readonly string _path = Directory.CreateTempSubdirectory("archwright-").FullName;

    public string Root => _path;

    public string this[params string[] parts] => Path.Combine([_path, .. parts]);

    public void Dispose() => Directory.Delete(_path, recursive: true);

    /// <summary>Copies a folder with all that is in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Relative path and SHA-256 of every file below a folder, in order.</summary>
    public static IReadOnlyList<string> Fingerprint(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetRelativePath(folder, f)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"),
    ];

    private static ScratchFolder UntilExit()
    {
        var folder = new ScratchFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }
}
