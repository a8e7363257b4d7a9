using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archwright.Primitives;
using Archwright.TestKit.Damage;

namespace Archwright.Mutations.Forms;

/// <summary>Damage to JSON: to its bytes, to its text, and to the tree of a document that stays well formed.</summary>
internal static class JsonDamage
{
    private static readonly string[] Values =
    [
        "null", "true", "\"\"", "\"11\"", "[]", "{}", "0", "-1", "1", "1e9", "-1e9", "1e308", "-1e-308", "1e999", "2147483648", "99999999999999999999",
        "0.1", "1000", "\"upper\"", "\"../../etc/passwd\"", "\"aux:x\"", "[[[]]]", "\"\\u0000\"", "[null]", "[0]", "[1,2,3,4]", "{\"a\":1}", "NaN", "-0.0", "5e-324",
    ];

    /// <summary>Damage to bytes and text.</summary>
    public static (string Name, Func<byte[], SeededRandom, byte[]> Do)[] Texts { get; } =
    [
        ("one to four blows anywhere", (b, r) => ByteDamage.Of(b, "{\"a\":[1,2,{\"fdi\":11}]}"u8.ToArray(), r)),
        ("one to four blows anywhere", (b, r) => ByteDamage.Of(b, "{\"a\":[1,2,{\"fdi\":11}]}"u8.ToArray(), r)),
        ("truncated", (b, r) => b[..r.Next(b.Length)]),
        ("byte order mark", (b, _) => [0xEF, 0xBB, 0xBF, .. b]),
        ("two byte order marks", (b, _) => [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. b]),
        ("UTF-16", (b, _) => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(b))]),
        ("UTF-32", (b, _) => Encoding.UTF32.GetBytes(Encoding.UTF8.GetString(b))),
        ("Latin-1 letters", (b, _) => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(b).Replace("mutant", "Zähne", StringComparison.Ordinal))),
        ("twice in one file", (b, _) => [.. b, .. b]),
        ("a comment", (b, r) => Inserted(b, r, "/* why not */")),
        ("a comma too many", (b, r) => Inserted(b, r, ",")),
        ("deep nesting", (b, r) => Nested(b, (int)Pick.Magnitude(r, 1, 5.5))),
        ("only opening brackets", (_, r) => Encoding.ASCII.GetBytes(new string(r.Next(2) == 0 ? '[' : '{', (int)Pick.Magnitude(r, 0, 6)))),
        ("a huge string", (b, r) => Inserted(b, r, "\"" + new string('x', (int)Pick.Magnitude(r, 2, 6.5)) + "\"")),
        ("nothing", (_, _) => []),
        ("white space", (_, r) => Encoding.ASCII.GetBytes(new string(' ', 1 + r.Next(1000)))),
        ("null", (_, _) => "null"u8.ToArray()),
        ("a list", (_, _) => "[1, 2, 3]"u8.ToArray()),
    ];

    /// <summary>Edits one place of the document's tree; what comes out may hold numbers that JSON cannot.</summary>
    public static byte[] Tree(byte[] bytes, SeededRandom r)
    {
        if (JsonNode.Parse(bytes) is not { } root)
            return bytes;
        for (int i = 0, n = 1 + r.Next(3); i < n; i++)
            Edit(root, r);
        return Encoding.UTF8.GetBytes(Raw(root));
    }

    /// <summary>Edits the document as an object; bytes that an earlier blow has made unreadable stay as they are.</summary>
    public static byte[] Object(byte[] bytes, SeededRandom r, Action<JsonObject, SeededRandom> edit) => Guarded(bytes, b =>
    {
        if (JsonNode.Parse(b) is not JsonObject root)
            return b;
        edit(root, r);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    });

    /// <summary>Damage to a document that may be beyond reading already: then it stays as it is.</summary>
    public static byte[] Guarded(byte[] bytes, Func<byte[], byte[]> damage)
    {
        try
        {
            return damage(bytes);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return bytes;
        }
    }

    /// <summary>A key that stands twice, the second time with another value.</summary>
    public static byte[] DuplicateKey(byte[] bytes, SeededRandom r)
    {
        string text = Encoding.UTF8.GetString(bytes);
        int[] keys = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == '"' && text.IndexOf("\":", i, StringComparison.Ordinal) is var e && e > 0 && e - i < 30)];
        if (keys.Length == 0)
            return bytes;
        int at = Pick.From(keys, r);
        int end = text.IndexOf("\":", at, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Insert(at, $"{text[at..end]}\": {Pick.From(Values, r)}, "));
    }

    private static void Edit(JsonNode root, SeededRandom r)
    {
        var places = new List<(JsonNode Parent, string? Key, int Index)>();
        Collect(root, places);
        if (places.Count == 0)
            return;
        (JsonNode parent, string? key, int index) = Pick.From(places, r);
        JsonNode? old = key is null ? parent[index] : parent[key];
        JsonNode? Other() => Pick.From(places, r) is var p ? (p.Key is null ? p.Parent[p.Index] : p.Parent[p.Key])?.DeepClone() : null;
        switch (r.Next(9))
        {
            case 0 when parent is JsonObject map:
                _ = map.Remove(key!);
                break;
            case 0 when parent is JsonArray list:
                list.RemoveAt(index);
                break;
            case 1 when parent is JsonObject map:
                _ = map.Remove(key!);
                map[Pick.From([key + "s", key!.ToUpperInvariant(), "", "11", "99", " " + key], r)] = old?.DeepClone();
                break;
            case 1 or 2 when parent is JsonArray list:
                for (int i = 0, n = (int)Pick.Magnitude(r, 0, 2); i < n; i++)
                    list.Insert(index, old?.DeepClone());
                break;
            case 3:
                Put(parent, key, index, Other());
                break;
            case 4 or 5 when old is JsonValue value && value.GetValueKind() == JsonValueKind.Number:
                double number = value.GetValue<double>();
                Put(parent, key, index, Pick.From([-number, number * 1000, number + 1, number - 1, number * 1.001, number + 0.3, 0, Math.Round(number)], r));
                break;
            default:
                Put(parent, key, index, new JsonObject { ["raw"] = Pick.From(Values, r) });
                break;
        }
    }

    private static void Put(JsonNode parent, string? key, int index, JsonNode? value)
    {
        if (key is null)
            parent[index] = value;
        else
            parent[key] = value;
    }

    private static void Collect(JsonNode node, List<(JsonNode Parent, string? Key, int Index)> places)
    {
        if (node is JsonObject map)
        {
            foreach ((string key, JsonNode? value) in map)
            {
                places.Add((map, key, 0));
                if (value is not null)
                    Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                places.Add((list, null, i));
                if (list[i] is { } value)
                    Collect(value, places);
            }
        }
    }

    // The text, with each {"raw": "…"} replaced by what it quotes: values that no JSON writer would write.
    private static string Raw(JsonNode root)
    {
        string text = root.ToJsonString();
        foreach (string value in Values)
            text = text.Replace(new JsonObject { ["raw"] = value }.ToJsonString(), value, StringComparison.Ordinal);
        return text;
    }

    private static byte[] Inserted(byte[] bytes, SeededRandom r, string what)
    {
        int at = r.Next(bytes.Length + 1);
        return [.. bytes[..at], .. Encoding.UTF8.GetBytes(what), .. bytes[at..]];
    }

    private static byte[] Nested(byte[] bytes, int depth)
    {
        string text = Encoding.UTF8.GetString(bytes);
        int brace = text.IndexOf('{', StringComparison.Ordinal);
        string deep = string.Create(CultureInfo.InvariantCulture, $"\"deep\": {new string('[', depth)}{new string(']', depth)},");
        return Encoding.UTF8.GetBytes(text.Insert(brace + 1, deep));
    }
}
