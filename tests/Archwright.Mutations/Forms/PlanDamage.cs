using Archwright.Mutations.Cases;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Damage to a plan folder that <c>verify</c>, <c>check</c> or <c>letter</c> is given.</summary>
internal static class PlanDamage
{
    private const string Name = "plan.json";

    public static Blow[] Bytes { get; } = [.. JsonDamage.Texts.Select(t => On(t.Name, t.Do))];

    public static Blow[] Document { get; } =
    [
        On("a key twice", JsonDamage.DuplicateKey),
        .. Enumerable.Range(0, 12).Select(_ => On("one place of the tree", JsonDamage.Tree)),
    ];

    public static Blow[] Files { get; } =
    [
        new("a tooth's bytes", (m, r) => Put(m, Tooth(m, r), bytes => TestKit.Damage.ByteDamage.Of(bytes, bytes, r))),
        new("a tooth is another", (m, r) => Put(m, Tooth(m, r), _ => m.Files[Tooth(m, r)])),
        new("a tooth is a cube", (m, r) => Put(m, Tooth(m, r), _ => MeshForm.Write("ply", TestKit.Shapes.TestShapes.Cube(8)))),
        new("a tooth is missing", (m, r) => m.Files.Remove(Tooth(m, r))),
        new("a tooth is empty", (m, r) => Put(m, Tooth(m, r), _ => [])),
        new("a stranger", (m, _) => m.Files["teeth/notes.txt"] = [1]),
        new("a link out", (m, r) =>
        {
            string path = Tooth(m, r);
            m.Files.Remove(path);
            m.Links[path] = "/etc/hostname";
        }),
        new("no plan", (m, _) => m.Files.Remove(Name)),
        new("a folder for the plan", (m, _) =>
        {
            m.Files.Remove(Name);
            m.EmptyFolders.Add(Name);
        }),
        new("only the plan", (m, _) =>
        {
            foreach (string path in m.Files.Keys.Where(k => k != Name).ToArray())
                m.Files.Remove(path);
        }),
    ];

    private static string Tooth(Mutant m, SeededRandom r) =>
        m.Files.Keys.Where(k => k.StartsWith("teeth/", StringComparison.Ordinal)).ToArray() is { Length: > 0 } teeth ? Pick.From(teeth, r) : Name;

    private static void Put(Mutant m, string path, Func<byte[], byte[]> edit)
    {
        if (m.Files.TryGetValue(path, out byte[]? bytes))
            m.Files[path] = edit(bytes);
    }

    private static Blow On(string name, Func<byte[], SeededRandom, byte[]> damage) => new(name, (m, r) =>
        Put(m, Name, bytes => JsonDamage.Guarded(bytes, b => damage(b, r))));
}
