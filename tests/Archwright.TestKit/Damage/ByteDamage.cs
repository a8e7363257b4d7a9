using Archwright.Primitives;

namespace Archwright.TestKit.Damage;

/// <summary>Seeded damage to valid bytes: what a broken disk, a broken exporter or an enemy would do.</summary>
public static class ByteDamage
{
    private static readonly string[] Words =
    [
        "nan", "-inf", "1e999", "-1", "4294967295", "99999999999999999999", "2147483647", "0", "null", "\"", "\\", "{", "[", "]", "}", ",", ":",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "end_header\n", "element face 4294967295\n", "property list uint uint x\n", "\r", "\n",
        " ", "f 1 2 3\n", "f -1 -2 -3\n", "endfacet\n", "vertex 1 1 1\n", "solid\n", "true", "{\"a\":", "1e308", "\u0000", "element vertex 9999999\n",
    ];

    /// <summary><paramref name="valid"/> after one to four blows; some put in pieces of <paramref name="other"/>.</summary>
    public static byte[] Of(byte[] valid, byte[] other, SeededRandom random)
    {
        var bytes = new List<byte>(valid);
        int rounds = 1 + random.Next(4);
        for (int i = 0; i < rounds && bytes.Count > 0; i++)
            Once(bytes, other, random);
        return [.. bytes];
    }

    private static void Once(List<byte> bytes, byte[] other, SeededRandom random)
    {
        // headers decide more than bodies, so half of the damage goes to the first bytes
        int At() => random.Next(random.Next(2) == 0 ? Math.Min(bytes.Count, 300) : bytes.Count);
        int at = At();
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.Next(64)));
                break;
            case 4:
                int from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + 1 + random.Next(200))]);
                break;
            case 5:
                bytes.InsertRange(at, Words[random.Next(Words.Length)].Select(c => (byte)c));
                break;
            case 6:
                foreach (char c in Words[random.Next(Words.Length)])
                {
                    if (at < bytes.Count)
                        bytes[at++] = (byte)c;
                }

                break;
            default:
                // four bytes at once: counts, indices and floats beyond all measure
                for (int i = 0; i < 4 && at + i < bytes.Count; i++)
                    bytes[at + i] = (byte)(random.Next(2) == 0 ? 0xFF : 0x7F);
                break;
        }
    }
}
