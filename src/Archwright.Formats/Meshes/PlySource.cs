using System.Buffers.Binary;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>Gives the numbers of a PLY file's data one after the other, from text or from bytes of either order.</summary>
internal ref struct PlySource
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly MeshFormat _format;
    private readonly string _name;
    private TextScanner _text;
    private int _offset;

    public PlySource(string name, ReadOnlySpan<byte> bytes, PlyHeader header)
    {
        _name = name;
        _bytes = bytes;
        _format = header.Format;
        _offset = header.DataOffset;
        _text = new TextScanner(bytes, header.DataOffset, header.DataLine);
    }

    public readonly string Where =>
        _format == MeshFormat.PlyAscii ? $"{_name}, line {_text.Line}" : $"{_name}, byte {_offset}";

    /// <summary>True where so many more records can be in what is left of the file.</summary>
    public readonly bool CanHold(PlyElement element, long count) => _format == MeshFormat.PlyAscii
        // a number takes at least a digit and a space, the last one no space
        ? count * element.Properties.Count * 2 <= _text.Remaining + 1L
        : count * element.BytesMin <= _bytes.Length - _offset;

    /// <summary>Passes over records without lists of a binary file at once; false where there is text or a list.</summary>
    public bool TrySkip(PlyElement element)
    {
        if (element.Properties.Count == 0)
            return true;
        if (_format == MeshFormat.PlyAscii || element.HasLists)
            return false;
        _offset += (int)(element.Count * element.BytesMin);
        return true;
    }

    /// <summary>The next number.</summary>
    public Problem? Next(PlyType type, out double value)
    {
        if (_format == MeshFormat.PlyAscii)
        {
            ReadOnlySpan<byte> token = _text.NextToken();
            if (TextScanner.TryNumber(token, out value))
                return null;
            return token.IsEmpty ? Truncated() : Problem.Error("ply-number", "a number was expected", Where);
        }

        value = double.NaN;
        int size = type.Size();
        if (_bytes.Length - _offset < size)
            return Truncated();
        ReadOnlySpan<byte> at = _bytes.Slice(_offset, size);
        value = _format == MeshFormat.PlyBinaryLittleEndian ? Little(type, at) : Big(type, at);
        _offset += size;
        return null;
    }

    /// <summary>The length of a list, held against what is left of the file.</summary>
    public Problem? NextCount(PlyProperty list, out int count)
    {
        count = 0;
        if (Next(list.CountType!.Value, out double value) is { } bad)
            return bad;
        long left = _format == MeshFormat.PlyAscii ? (_text.Remaining + 1L) / 2 : (_bytes.Length - _offset) / list.Type.Size();
        if (!(value >= 0) || value != Math.Floor(value))
            return Problem.Error("ply-list", $"{value} is no length of a list", Where, value, 0, "count");
        if (value > left)
            return Truncated();
        count = (int)value;
        return null;
    }

    /// <summary>Passes over the items of a list.</summary>
    public Problem? SkipItems(PlyType type, int count)
    {
        if (_format != MeshFormat.PlyAscii)
        {
            _offset += count * type.Size();
            return null;
        }

        for (int i = 0; i < count; i++)
        {
            if (Next(type, out _) is { } bad)
                return bad;
        }

        return null;
    }

    public readonly Problem Truncated() => Problem.Error("ply-truncated", "the file ends before its last record", Where);

    private static double Little(PlyType type, ReadOnlySpan<byte> b) => type switch
    {
        PlyType.Int8 => unchecked((sbyte)b[0]),
        PlyType.UInt8 => b[0],
        PlyType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(b),
        PlyType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(b),
        PlyType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(b),
        PlyType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(b),
        PlyType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(b),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(b),
    };

    private static double Big(PlyType type, ReadOnlySpan<byte> b) => type switch
    {
        PlyType.Int8 => unchecked((sbyte)b[0]),
        PlyType.UInt8 => b[0],
        PlyType.Int16 => BinaryPrimitives.ReadInt16BigEndian(b),
        PlyType.UInt16 => BinaryPrimitives.ReadUInt16BigEndian(b),
        PlyType.Int32 => BinaryPrimitives.ReadInt32BigEndian(b),
        PlyType.UInt32 => BinaryPrimitives.ReadUInt32BigEndian(b),
        PlyType.Float32 => BinaryPrimitives.ReadSingleBigEndian(b),
        _ => BinaryPrimitives.ReadDoubleBigEndian(b),
    };
}
