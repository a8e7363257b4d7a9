using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Archwright.Mutations.Cases;
using Archwright.Primitives;
using Archwright.TestKit.Damage;
using Archwright.TestKit.Shapes;

namespace Archwright.Mutations.Forms;

/// <summary>Damage to the bytes of scan files, in every form they come in.</summary>
internal static partial class ScanBytes
{
    private static readonly string[] BadNumbers =
        ["nan", "-nan", "inf", "-inf", "1e308", "-1e39", "1e-320", "99999999", "1,5", "0x10", "", "--1", "1e", "1e6", "1000001"];

    private static readonly float[] BadFloats =
        [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, 1e7f, 1e6f, 9.9e5f, float.Epsilon, -1e30f, 1e5f];

    private static readonly byte[] OtherMesh = MeshBytes.PlyText(MeshBytes.Sheet(4));

    public static Blow[] Bytes { get; } =
    [
        On("one to four blows anywhere", (bytes, r) => ByteDamage.Of(bytes, OtherMesh, r)),
        On("one to four blows anywhere", (bytes, r) => ByteDamage.Of(bytes, OtherMesh, r)),
        On("truncated", (bytes, r) => bytes[..r.Next(bytes.Length)]),
        On("last bytes lost", (bytes, r) => bytes[..Math.Max(0, bytes.Length - 1 - r.Next(40))]),
        On("bits flipped", BitsFlipped),
        On("twice in one file", (bytes, _) => [.. bytes, .. bytes]),
        On("a stretch of zeros", (bytes, r) => Filled(bytes, r, 0)),
        On("a stretch of ones", (bytes, r) => Filled(bytes, r, 0xFF)),
        On("bytes swapped in pairs", (bytes, r) => Swapped(bytes, r, 2)),
        On("line ends of another system", (bytes, _) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("\n", "\r", StringComparison.Ordinal))),
        On("as UTF-16", (bytes, _) => Encoding.Unicode.GetBytes(Encoding.Latin1.GetString(bytes))),
        On("tail comes first", (bytes, r) => r.Next(Math.Max(1, bytes.Length)) is var at ? [.. bytes[at..], .. bytes[..at]] : bytes),
        new("named as another form", Renamed),
    ];

    public static Blow[] Numbers { get; } =
    [
        On("coordinates that are none", Coordinates),
        On("coordinates that are none", Coordinates),
        On("a count of another size", Counts),
        On("a count of another size", Counts),
        On("endianness swapped", (bytes, r) => Swapped(bytes, r, 4)),
        On("endianness named wrongly", EndiannessRenamed),
        On("indices beyond the vertices", Indices),
        On("every number the same", (bytes, r) => InBody(bytes, r, 1, (_, text) => Number().Replace(text, "1"))),
    ];

    private static Blow On(string name, Func<byte[], SeededRandom, byte[]> damage) => new(name, (m, r) =>
    {
        if (m.ScanFiles() is not { Length: > 0 } scans)
            return;
        string path = Pick.From(scans, r);
        m.Files[path] = damage(m.Files[path], r);
    });

    private static byte[] BitsFlipped(byte[] bytes, SeededRandom r)
    {
        byte[] copy = [.. bytes];
        for (int i = 0, n = (int)Pick.Magnitude(r, 0, 3); i < n && copy.Length > 0; i++)
            copy[r.Next(copy.Length)] ^= (byte)(1 << r.Next(8));
        return copy;
    }

    private static byte[] Filled(byte[] bytes, SeededRandom r, byte value)
    {
        byte[] copy = [.. bytes];
        int from = r.Next(copy.Length + 1);
        copy.AsSpan(from, Math.Min(copy.Length - from, (int)Pick.Magnitude(r, 0, 4.5))).Fill(value);
        return copy;
    }

    private static byte[] Swapped(byte[] bytes, SeededRandom r, int width)
    {
        byte[] copy = [.. bytes];
        int header = copy.AsSpan().IndexOf("end_header"u8);
        int start = header > 0 ? Math.Min(copy.Length, header + 11) : Math.Min(copy.Length, r.Next(2) == 0 ? 0 : 84);
        for (int i = start; i + width <= copy.Length; i += width)
            copy.AsSpan(i, width).Reverse();
        return copy;
    }

    private static void Renamed(Mutant m, SeededRandom r)
    {
        if (m.ScanFiles() is not { Length: > 0 } scans)
            return;
        string path = Pick.From(scans, r);
        byte[] bytes = m.Files[path];
        m.Files.Remove(path);
        m.Files[Path.ChangeExtension(path, Pick.From(["ply", "stl", "obj", "PLY", "Stl"], r))] = bytes;
    }

    private static byte[] Coordinates(byte[] bytes, SeededRandom r)
    {
        int hits = (int)Pick.Magnitude(r, 0, 2.5);
        int header = bytes.AsSpan().IndexOf("end_header"u8);
        if (IsText(bytes))
        {
            return InBody(bytes, r, 0.3 * r.NextDouble() * r.NextDouble(), (random, text) =>
                Number().Replace(text, _ => Pick.From(BadNumbers, random)));
        }

        byte[] copy = [.. bytes];
        int start = header > 0 ? header + 11 : 84;
        int stride = header > 0 ? 4 : 2;
        for (int i = 0; i < hits && copy.Length > start + 8; i++)
        {
            int at = start + (r.Next((copy.Length - start - 4) / stride) * stride);
            BinaryPrimitives.WriteSingleLittleEndian(copy.AsSpan(at), Pick.From(BadFloats, r));
        }

        return copy;
    }

    private static byte[] Counts(byte[] bytes, SeededRandom r)
    {
        uint wrong = Pick.From<uint>([0, 1, 2, 3, 100, 65_536, 9_999_999, int.MaxValue, uint.MaxValue, (uint)r.Next(6_000)], r);
        byte[] copy = [.. bytes];
        if (bytes.AsSpan().IndexOf("end_header"u8) > 0)
        {
            string what = Pick.From(["vertex", "face"], r);
            string text = Encoding.Latin1.GetString(copy);
            return Encoding.Latin1.GetBytes(
                Regex.Replace(text, $"element {what} \\d+", string.Create(CultureInfo.InvariantCulture, $"element {what} {wrong}"), RegexOptions.None, TimeSpan.FromSeconds(1)));
        }

        if (!IsText(copy) && copy.Length > 84)
            BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(80), wrong);
        return copy;
    }

    private static byte[] EndiannessRenamed(byte[] bytes, SeededRandom r)
    {
        string text = Encoding.Latin1.GetString(bytes);
        return Encoding.Latin1.GetBytes(text.Contains("little", StringComparison.Ordinal)
            ? text.Replace("binary_little_endian", Pick.From(["binary_big_endian", "ascii", "binary_middle_endian"], r), StringComparison.Ordinal)
            : text.Replace("binary_big_endian", "binary_little_endian", StringComparison.Ordinal).Replace("format ascii", "format binary_little_endian", StringComparison.Ordinal));
    }

    private static byte[] Indices(byte[] bytes, SeededRandom r)
    {
        if (IsText(bytes))
            return InBody(bytes, r, 0.02, (random, text) => Number().Replace(text, _ => Pick.From(["-1", "99999", "2147483648", "0", "-99999", "1.5"], random)));
        byte[] copy = [.. bytes];
        int tail = Math.Max(84, copy.Length * 2 / 3);
        for (int i = 0, n = 1 + r.Next(20); i < n && copy.Length > tail + 8; i++)
            BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(tail + r.Next(copy.Length - tail - 4)), Pick.From([-1, int.MaxValue, 99_999, 0, 2], r));
        return copy;
    }

    /// <summary>Edits a share of a text file's lines after its header.</summary>
    private static byte[] InBody(byte[] bytes, SeededRandom r, double share, Func<SeededRandom, string, string> edit)
    {
        if (!IsText(bytes))
            return bytes;
        string[] lines = Encoding.Latin1.GetString(bytes).Split('\n');
        int header = Array.IndexOf(lines, "end_header");
        for (int i = header + 1; i < lines.Length; i++)
        {
            if (r.NextDouble() < share)
                lines[i] = edit(r, lines[i]);
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static bool IsText(byte[] bytes) => !bytes.AsSpan(0, Math.Min(bytes.Length, 4_000)).ContainsAnyInRange((byte)0, (byte)8);

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE][-+]?\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
