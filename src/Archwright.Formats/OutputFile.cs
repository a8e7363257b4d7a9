namespace Archwright.Formats;

/// <summary>One file to write: where to, and its bytes.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OutputFile(string Path, byte[] Content);
