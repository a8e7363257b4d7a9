using System.Buffers.Binary;
using System.IO.Compression;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// A case folder packed as ZIP. Hostile until parsed: nothing is written to disk, entries are inflated only when they are read and only within
/// their limit; paths that lead out, links, encrypted and repeated entries, too many or too deep ones refuse the whole file.
/// </summary>
internal sealed class ZipCase
{
    private const int EntriesMax = 2_000;
    private const int DepthMax = 8;
    private const long DirectoryBytesMax = 4 << 20;
    private const long TotalBytesMax = 2L << 30;
    private const int LinkType = 0xA000;
    private const int EndRecordBytes = 22;

    private readonly string _path;
    private readonly string _name;
    private readonly SortedDictionary<string, string> _entryOf;

    private ZipCase(string path, string name, SortedDictionary<string, string> entryOf)
    {
        _path = path;
        _name = name;
        _entryOf = entryOf;
    }

    /// <summary>Paths of its files inside the case, in ordinal order; a folder that holds everything is left out of them.</summary>
    public IEnumerable<string> Files => _entryOf.Keys;

    /// <summary>True where a file begins as a ZIP does.</summary>
    public static bool IsZip(string path)
    {
        try
        {
            // a pipe or device reports no length; opening it could block
            if (new FileInfo(path) is not { Exists: true } info
                || (info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info).Length < EndRecordBytes)
            {
                return false;
            }

            using FileStream stream = info.OpenRead();
            Span<byte> head = stackalloc byte[4];
            return stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Reads the directory of a ZIP and refuses what no case folder holds.</summary>
    public static Result<ZipCase> Open(string path)
    {
        string name = Path.GetFileName(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (DirectoryFault(stream, name) is { } fault)
                return Result<ZipCase>.Fail(fault);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return List(path, name, archive);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Result<ZipCase>.Fail(Problem.Error("zip-unreadable", "the file is no ZIP that can be read: " + e.GetType().Name, name));
        }
    }

    /// <summary>Inflates one file within a limit.</summary>
    public Result<FileBytes> Read(string file, long bytesMax)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(_path);
            ZipArchiveEntry entry = archive.GetEntry(_entryOf[file])!;
            if (entry.Length == 0)
                return Result<FileBytes>.Fail(Problem.Error("file-empty", "the file has no bytes", file));
            if (entry.Length > bytesMax)
                return TooLarge(file, entry.Length, bytesMax);
            using Stream stream = entry.Open();
            byte[] content = new byte[entry.Length];
            stream.ReadExactly(content);
            return stream.ReadByte() < 0 ? Result<FileBytes>.Ok(FileBytes.Of(content)) : TooLarge(file, entry.Length + 1, entry.Length);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Result<FileBytes>.Fail(Problem.Error("zip-unreadable", $"the file cannot be read from {_name}: {e.GetType().Name}", file));
        }
    }

    private static Result<ZipCase> List(string path, string name, ZipArchive archive)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string inside = entry.FullName.Replace('\\', '/');
            string where = $"{name}, entry {entries.Count + 1}";
            if (entries.Count == EntriesMax)
                return Fail("zip-too-many", $"more than {EntriesMax} files", name, null, EntriesMax);
            if (!StaysInside(inside.TrimEnd('/')))
                return Fail("zip-path", "the path leads out of the case", where);
            if (inside.Count(c => c == '/') > DepthMax)
                return Fail("zip-depth", $"folders stand in one another more than {DepthMax} times", where, inside.Count(c => c == '/'), DepthMax);
            if (((entry.ExternalAttributes >> 16) & 0xF000) == LinkType)
                return Fail("zip-link", "the entry is a link; a case holds files", where);
            if (entry.IsEncrypted)
                return Fail("zip-encrypted", "the entry is encrypted; export the case without a password", where);
            total += entry.Length;
            if (total > TotalBytesMax)
                return Fail("zip-too-large", $"its files would take more than {TotalBytesMax} bytes", name, total, TotalBytesMax, "byte");
            if (inside.EndsWith('/') || IsSystemFile(inside))
                continue;
            if (!seen.Add(inside))
                return Fail("zip-twice", "two entries have the same path", where);
            entries[inside] = entry.FullName;
        }

        return Result<ZipCase>.Ok(new ZipCase(path, name, WithoutCommonFolder(entries)));
    }

    /// <summary>The directory's true length is known before anything of it is read: it ends where the end record begins.</summary>
    private static Problem? DirectoryFault(FileStream stream, string name)
    {
        byte[] tail = new byte[(int)Math.Min(stream.Length, EndRecordBytes + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        int at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        stream.Position = 0;
        if (at < 0 || at + EndRecordBytes > tail.Length)
            return Problem.Error("zip-unreadable", "the end of the ZIP is missing: the file is truncated", name);
        long begins = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        long length = stream.Length - tail.Length + at - begins;
        return length is < 0 or > DirectoryBytesMax
            ? Problem.Error("zip-too-many", $"its directory takes more than {DirectoryBytesMax} bytes", name, length, DirectoryBytesMax, "byte")
            : null;
    }

    private static bool StaysInside(string path) =>
        path.Length is > 0 and <= 400
        && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal) && !path.Any(char.IsControl)
        && path.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));

    private static bool IsSystemFile(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path.Split('/')[^1].StartsWith('.');

    private static SortedDictionary<string, string> WithoutCommonFolder(SortedDictionary<string, string> entries)
    {
        while (entries.Count > 0 && entries.Keys.First().Split('/') is { Length: > 1 } first
            && !first[0].Equals("scans", StringComparison.OrdinalIgnoreCase) && !first[0].Equals("teeth", StringComparison.OrdinalIgnoreCase)
            && entries.Keys.All(k => k.StartsWith(first[0] + "/", StringComparison.Ordinal)))
        {
            entries = new SortedDictionary<string, string>(
                entries.ToDictionary(e => e.Key[(first[0].Length + 1)..], e => e.Value), StringComparer.Ordinal);
        }

        return entries;
    }

    private static Result<FileBytes> TooLarge(string file, long length, long limit) => Result<FileBytes>.Fail(Problem.Error(
        "file-too-large", $"more than {limit} bytes", file, length, limit, "byte"));

    private static Result<ZipCase> Fail(
        string code, string message, string where, double? measured = null, double? limit = null, string unit = "count") =>
        Result<ZipCase>.Fail(Problem.Error(code, message, where, measured, limit, limit is null ? null : unit));
}
