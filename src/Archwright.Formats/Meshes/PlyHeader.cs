using System.Collections.Immutable;
using System.Text;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>The header of a PLY file: its elements in order and where the data begins.</summary>
internal sealed record PlyHeader(
    MeshFormat Format, ImmutableArray<PlyElement> Elements, int DataOffset, int DataLine, string? DeclaredUnit)
{
    private const int ElementsMax = 64;
    private const int PropertiesMax = 256;

    public static Result<PlyHeader> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits limits)
    {
        // one kind of line end per header: a lone CR must not swallow a data byte that happens to be LF
        int firstEnd = bytes[..Math.Min(bytes.Length, 16)].IndexOfAny((byte)'\r', (byte)'\n');
        bool lineFeed = firstEnd < 0 || bytes[firstEnd] == '\n' || (firstEnd + 1 < bytes.Length && bytes[firstEnd + 1] == '\n');
        byte end = lineFeed ? (byte)'\n' : (byte)'\r';
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, limits.HeaderBytesMax)];
        var elements = new List<PlyElement>();
        MeshFormat? format = null;
        string? unit = null;
        int offset = 0;
        for (int line = 1; offset < head.Length; line++)
        {
            int length = head[offset..].IndexOf(end);
            if (length < 0)
                break;
            string[] words = Encoding.Latin1.GetString(head.Slice(offset, length)).Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            offset += length + 1;
            string where = $"{name}, line {line}";
            string? bad = null;
            switch (words.Length == 0 ? "" : words[0])
            {
                case "end_header" when format is null:
                    bad = "the header names no format";
                    break;
                case "end_header":
                    return Result<PlyHeader>.Ok(new PlyHeader(format.Value, [.. elements], offset, line + 1, unit));
                case "format":
                    format = ParseFormat(words);
                    bad = format is null ? "the format is not ascii, binary_little_endian or binary_big_endian 1.0" : null;
                    break;
                case "element":
                    bad = AddElement(words, elements);
                    break;
                case "property":
                    bad = AddProperty(words, elements);
                    break;
                case "comment" when words.Length == 3 && words[1] == "unit":
                    unit = words[2];
                    break;
                case "ply" or "comment" or "obj_info" or "":
                    break;
                default:
                    bad = "this line has no place in a PLY header";
                    break;
            }

            if (bad is not null)
                return Result<PlyHeader>.Fail(Problem.Error("ply-header", bad, where));
        }

        return Result<PlyHeader>.Fail(Problem.Error(
            "ply-header", $"no end_header within the first {limits.HeaderBytesMax} bytes", name, null, limits.HeaderBytesMax, "byte"));
    }

    private static MeshFormat? ParseFormat(string[] words) => words.Length < 2 ? null : words[1] switch
    {
        "ascii" => MeshFormat.PlyAscii,
        "binary_little_endian" => MeshFormat.PlyBinaryLittleEndian,
        "binary_big_endian" => MeshFormat.PlyBinaryBigEndian,
        _ => null,
    };

    private static string? AddElement(string[] words, List<PlyElement> elements)
    {
        if (words.Length != 3 || !long.TryParse(words[2], out long count) || count < 0 || count > uint.MaxValue)
            return "an element has a name and a count";
        if (elements.Count == ElementsMax)
            return $"more than {ElementsMax} elements";
        elements.Add(new PlyElement(words[1], count, []));
        return null;
    }

    private static string? AddProperty(string[] words, List<PlyElement> elements)
    {
        if (elements.Count == 0)
            return "a property stands before the first element";
        List<PlyProperty> properties = elements[^1].Properties;
        if (properties.Count == PropertiesMax)
            return $"more than {PropertiesMax} properties";
        bool isList = words.Length == 5 && words[1] == "list";
        if (!isList && words.Length != 3)
            return "a property has a type and a name";
        PlyType? count = isList ? ParseType(words[2]) : null;
        PlyType? type = ParseType(words[isList ? 3 : 1]);
        if (type is null || (isList && count is null or PlyType.Float32 or PlyType.Float64))
            return "the type of a property is not one of PLY's, or a list is counted in fractions";
        properties.Add(new PlyProperty(words[^1], type.Value, count));
        return null;
    }

    private static PlyType? ParseType(string word) => word switch
    {
        "char" or "int8" => PlyType.Int8,
        "uchar" or "uint8" => PlyType.UInt8,
        "short" or "int16" => PlyType.Int16,
        "ushort" or "uint16" => PlyType.UInt16,
        "int" or "int32" => PlyType.Int32,
        "uint" or "uint32" => PlyType.UInt32,
        "float" or "float32" => PlyType.Float32,
        "double" or "float64" => PlyType.Float64,
        _ => null,
    };
}

/// <summary>One element of a PLY file: so many records of these properties.</summary>
internal sealed record PlyElement(string Name, long Count, List<PlyProperty> Properties)
{
    public bool HasLists => Properties.Exists(p => p.CountType is not null);

    /// <summary>Bytes of one record in a binary file, every list empty.</summary>
    public long BytesMin => Properties.Sum(p => (long)(p.CountType ?? p.Type).Size());

    public int IndexOf(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            int i = Properties.FindIndex(p => p.Name == name);
            if (i >= 0)
                return i;
        }

        return -1;
    }
}

/// <summary>One property: a number, or a list where <paramref name="CountType"/> is given.</summary>
internal readonly record struct PlyProperty(string Name, PlyType Type, PlyType? CountType);

/// <summary>Number types of PLY.</summary>
internal enum PlyType
{
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Float32,
    Float64,
}

/// <summary>Sizes of PLY's number types.</summary>
internal static class PlyTypes
{
    public static int Size(this PlyType type) => type switch
    {
        PlyType.Int8 or PlyType.UInt8 => 1,
        PlyType.Int16 or PlyType.UInt16 => 2,
        PlyType.Float64 => 8,
        _ => 4,
    };
}
