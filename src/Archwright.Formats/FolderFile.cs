namespace Archwright.Formats;

/// <summary>One file of a folder to be written.</summary>
/// <param name="Path">Path inside the folder, forward slashes, no <c>.</c> or <c>..</c>.</param>
/// <param name="Write">Writes the content; called once, so that large files need not all be in memory at once.</param>
public sealed record FolderFile(string Path, Action<Stream> Write)
{
    /// <summary>A file whose bytes are at hand.</summary>
    public static FolderFile Of(string path, byte[] content) => new(path, s => s.Write(content));

    /// <summary>A file whose bytes are made when it is written.</summary>
    public static FolderFile Of(string path, Func<byte[]> content) => new(path, s => s.Write(content()));
}
