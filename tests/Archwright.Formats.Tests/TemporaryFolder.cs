namespace Archwright.Formats.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("archwright-test-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Write(FolderFile file)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[file.Path])!);
        using FileStream stream = File.Create(this[file.Path]);
        file.Write(stream);
    }

    public void Write(string relative, byte[] content) => Write(FolderFile.Of(relative, content));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
