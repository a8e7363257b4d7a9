using System.Text.Json.Nodes;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Damage to label files.</summary>
internal static class LabelDamage
{
    public static Blow[] Bytes { get; } = [.. JsonDamage.Texts.Select(t => On(t.Name, t.Do))];

    public static Blow[] Document { get; } =
    [
        On("a key twice", JsonDamage.DuplicateKey),
        On("one place of the tree", JsonDamage.Tree),
        On("one place of the tree", JsonDamage.Tree),
        List("one label too many", (list, _) => list.Add(0)),
        List("one label missing", (list, r) => list.RemoveAt(r.Next(list.Count))),
        List("no labels", (list, _) => list.Clear()),
        List("numbers that are no FDI", (list, r) => list[r.Next(list.Count)] = Pick.From([9, 10, 19, 29, 49, 50, 56, 86, 99, -11, 1100, int.MaxValue, int.MinValue], r)),
        List("number beyond an integer", (list, r) => list[r.Next(list.Count)] = Pick.From([2147483648.0, 1e300, 11.5, -1e10], r)),
        List("a word", (list, r) => list[r.Next(list.Count)] = Pick.From(["11", "", "incisor"], r)),
        List("nothing among the numbers", (list, r) => list[r.Next(list.Count)] = null),
        List("a list in the list", (list, r) => list[r.Next(list.Count)] = new JsonArray(11, 12)),
        List("all the same word", (list, _) =>
        {
            for (int i = 0; i < list.Count; i++)
                list[i] = "tooth";
        }),
        Edit("another jaw", (root, r) => root["jaw"] = Pick.From(["lower", "upper", "Upper", "", "both", "u"], r)),
        Edit("no jaw", (root, _) => root.Remove("jaw")),
        Edit("only labels by vertex", (root, _) => root.Remove("face_labels")),
        Edit("only labels by face", (root, _) => root.Remove("labels")),
        Edit("no labels at all", (root, _) =>
        {
            root.Remove("labels");
            root.Remove("face_labels");
        }),
        Edit("an unknown key", (root, _) => root["Labels"] = new JsonArray(1)),
        Edit("face labels are vertex labels", (root, _) => root["face_labels"] = root["labels"]?.DeepClone()),
        Edit("vertex labels shuffled", (root, r) => Shuffle(root, r)),
        new("labels of the two jaws exchanged", (m, _) =>
        {
            if (m.LabelFiles() is [var a, var b])
                (m.Files[a], m.Files[b]) = (m.Files[b], m.Files[a]);
        }),
        new("a label file missing", (m, r) =>
        {
            if (m.LabelFiles() is { Length: > 0 } files)
                m.Files.Remove(Pick.From(files, r));
        }),
    ];

    private static Blow On(string name, Func<byte[], SeededRandom, byte[]> damage) => new(name, (m, r) =>
    {
        if (m.LabelFiles() is not { Length: > 0 } files)
            return;
        string path = Pick.From(files, r);
        m.Files[path] = JsonDamage.Guarded(m.Files[path], bytes => damage(bytes, r));
    });

    private static Blow Edit(string name, Action<JsonObject, SeededRandom> edit) => On(name, (bytes, r) => JsonDamage.Object(bytes, r, edit));

    private static Blow List(string name, Action<JsonArray, SeededRandom> edit) => Edit(name, (root, r) =>
    {
        if (root[Pick.From(["labels", "face_labels"], r)] is JsonArray { Count: > 0 } list)
            edit(list, r);
    });

    private static void Shuffle(JsonObject root, SeededRandom r)
    {
        root.Remove("face_labels");
        if (root["labels"] is not JsonArray list)
            return;
        int[] labels = [.. list.Select(v => v is JsonValue n && n.TryGetValue(out int l) ? l : 0)];
        for (int i = labels.Length - 1; i > 0; i--)
        {
            int j = r.Next(i + 1);
            (labels[i], labels[j]) = (labels[j], labels[i]);
        }

        root["labels"] = new JsonArray([.. labels.Select(l => (JsonNode)l)]);
    }
}
