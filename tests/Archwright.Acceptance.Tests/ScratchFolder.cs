namespace Archwright.Acceptance.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("archwright-").FullName;

    public string Root => _path;

    public string this[params string[] parts] => Path.Combine([_path, .. parts]);

    public void Dispose() => Directory.Delete(_path, recursive: true);

    /// <summary>Relative path and SHA-256 of every file below a folder, in order.</summary>
    public static IReadOnlyList<string> Fingerprint(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetRelativePath(folder, f)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"),
    ];
}
