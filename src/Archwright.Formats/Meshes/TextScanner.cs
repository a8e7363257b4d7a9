using System.Globalization;

namespace Archwright.Formats;

/// <summary>Walks over the bytes of a text file line by line or token by token, counting lines from 1.</summary>
internal ref struct TextScanner
{
    // longer tokens are no numbers any program writes, and parsing them costs time
    private const int NumberBytesMax = 64;

    private readonly ReadOnlySpan<byte> _text;
    private int _offset;

    public TextScanner(ReadOnlySpan<byte> text, int offset = 0, int line = 1)
    {
        _text = text;
        _offset = offset;
        Line = line;
    }

    /// <summary>Line of the token or line last returned.</summary>
    public int Line { get; private set; }

    public readonly int Remaining => _text.Length - _offset;

    /// <summary>The next run of bytes without white space, on this line or a later one; empty at the end.</summary>
    public ReadOnlySpan<byte> NextToken()
    {
        while (_offset < _text.Length && IsSpace(_text[_offset]))
        {
            if (_text[_offset] == '\n')
                Line++;
            _offset++;
        }

        int start = _offset;
        while (_offset < _text.Length && !IsSpace(_text[_offset]))
            _offset++;
        return _text[start.._offset];
    }

    /// <summary>Moves past the end of the line.</summary>
    public void SkipLine()
    {
        int end = _text[_offset..].IndexOf((byte)'\n');
        if (end < 0)
        {
            _offset = _text.Length;
            return;
        }

        _offset += end + 1;
        Line++;
    }

    /// <summary>A number; "nan" and "inf" in any spelling count as NaN. False where it is none.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> token, out double value)
    {
        value = double.NaN;
        if (token.Length is 0 or > NumberBytesMax)
            return false;
        if (double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return true;
        ReadOnlySpan<byte> bare = token[0] is (byte)'-' or (byte)'+' ? token[1..] : token;
        value = double.NaN;
        return StartsWith(bare, "nan"u8) || StartsWith(bare, "inf"u8) || StartsWith(bare, "1.#"u8);
    }

    /// <summary>A whole number; false where it is none.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> token, out long value) =>
        long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && token.Length <= NumberBytesMax;

    /// <summary>True where the token is the lower-case word, in any case.</summary>
    public static bool Is(ReadOnlySpan<byte> token, ReadOnlySpan<byte> lowerWord) =>
        token.Length == lowerWord.Length && StartsWith(token, lowerWord);

    /// <summary>True where the token begins with the lower-case word, in any case.</summary>
    public static bool StartsWith(ReadOnlySpan<byte> token, ReadOnlySpan<byte> lowerWord)
    {
        if (token.Length < lowerWord.Length)
            return false;
        for (int i = 0; i < lowerWord.Length; i++)
        {
            byte b = token[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(token[i] + 32) : token[i];
            if (b != lowerWord[i])
                return false;
        }

        return true;
    }

    /// <summary>Space, tab, line feed, vertical tab, form feed or carriage return.</summary>
    public static bool IsSpace(byte b) => b is (byte)' ' or (>= 9 and <= 13);
}
