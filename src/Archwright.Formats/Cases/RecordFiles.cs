using System.Security.Cryptography;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// The files the record protocol names: each inside the case folder, a regular file, no link on the way, within its limit, and of a
/// kind its first bytes tell. They are hashed for provenance and never opened as images.
/// </summary>
internal static class RecordFiles
{
    private const int HeadBytes = 132;

    private static readonly (string Kind, int At, byte[] Magic)[] Kinds =
    [
        ("PNG", 0, [0x89, 0x50, 0x4E, 0x47]),
        ("JPEG", 0, [0xFF, 0xD8, 0xFF]),
        ("TIFF", 0, [0x49, 0x49, 0x2A, 0x00]),
        ("TIFF", 0, [0x4D, 0x4D, 0x00, 0x2A]),
        ("WebP", 8, [0x57, 0x45, 0x42, 0x50]),
        ("HEIC", 4, [0x66, 0x74, 0x79, 0x70]),
        ("DICOM", 128, [0x44, 0x49, 0x43, 0x4D]),
        ("PDF", 0, [0x25, 0x50, 0x44, 0x46]),
        ("gzip", 0, [0x1F, 0x8B]),
        ("zip", 0, [0x50, 0x4B, 0x03, 0x04]),
    ];

    /// <summary>Checks every file of every item; gives what was read, each file once.</summary>
    public static IEnumerable<(InputFile? File, Problem? Problem)> Check(string folder, CaseRecords records, FormatLimits limits)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, RecordItem? item, bool _) in RecordChecks.Items(records))
        {
            for (int i = 0; i < (item?.Files.Length ?? 0); i++)
            {
                string name = item!.Files[i];
                if (!seen.Add(name))
                    continue;
                string at = $"case.json, $.recordSet.{path}.files[{i}]";
                (string? Sha256, string Code, string Trouble) read = Read(folder, name, limits.RecordBytesMax);
                yield return read.Sha256 is { } sha256
                    ? (new InputFile(name, sha256), null)
                    : (null, Problem.Error(read.Code, read.Trouble, at));
            }
        }
    }

    private static (string? Sha256, string Code, string Trouble) Read(string folder, string name, long bytesMax)
    {
        if (!RelativePath.IsSafe(name))
            return (null, "record-file-outside", "the path does not stay inside the case folder");
        try
        {
            string at = folder;
            foreach (string part in name.Split('/'))
            {
                at = Path.Combine(at, part);
                FileSystemInfo info = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
                if (info.LinkTarget is not null)
                    return (null, "record-file-link", "a link stands on the way to the file; records are files of the case folder");
            }

            var file = new FileInfo(at);
            if (!file.Exists)
                return (null, "record-file-missing", "there is no such file in the case folder");
            if (file.Length == 0)
                return (null, "record-file-empty", "the file has no bytes");
            if (file.Length > bytesMax)
                return (null, "record-file-too-large", $"the file has more than {bytesMax} bytes");
            using FileStream stream = file.OpenRead();
            var head = new byte[Math.Min(HeadBytes, file.Length)];
            stream.ReadExactly(head);
            if (!Array.Exists(Kinds, k => head.AsSpan(Math.Min(k.At, head.Length)).StartsWith(k.Magic)))
                return (null, "record-file-unknown", "the file's first bytes are of no image, volume, PDF or archive that is known");
            stream.Position = 0;
            return (Convert.ToHexStringLower(SHA256.HashData(stream)), "", "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, "record-file-unreadable", "the file cannot be read: " + e.GetType().Name);
        }
    }
}
