using System.Security.Cryptography;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>The bytes of one file, read whole within a limit, and their SHA-256.</summary>
internal sealed class FileBytes
{
    private FileBytes(byte[] content) => Content = content;

    public byte[] Content { get; }

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public string Sha256 => HashOf(Content);

    /// <summary>Bytes that are at hand already.</summary>
    public static FileBytes Of(byte[] content) => new(content);

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Reads a regular file. Pipes and devices report no length, so they are refused before they could block.</summary>
    public static Result<FileBytes> Read(string path, string name, long bytesMax)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
                return Fail("file-missing", "there is no such file");
            info = info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info;
            if (info.Length == 0)
                return Fail("file-empty", "the file has no bytes");
            if (info.Length > bytesMax)
            {
                return Result<FileBytes>.Fail(Problem.Error(
                    "file-too-large", $"more than {bytesMax} bytes", name, info.Length, bytesMax, "byte"));
            }

            using FileStream stream = info.OpenRead();
            var content = new byte[info.Length];
            stream.ReadExactly(content);
            return Result<FileBytes>.Ok(new FileBytes(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Fail("file-unreadable", "the file cannot be read: " + e.GetType().Name);
        }

        Result<FileBytes> Fail(string code, string message) => Result<FileBytes>.Fail(Problem.Error(code, message, name));
    }
}
