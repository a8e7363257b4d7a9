using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Command lines that a hurried person or a script types, and runs that are cancelled.</summary>
internal static class Usage
{
    private static readonly string[] Words =
    [
        "plan", "inspect", "verify", "explain", "MOV001", "NOPE999", "{case}", "{out}", "{scratch}/absent", "-o", "--output", "--json", "--threads", "0",
        "-1", "2", "abc", "99999999999", "--import", "Strict", "Inspect", "Repair", "None", "--no-models", "--preferences", "{case}/case.json", "", " ", "--",
        "-", "--help", "--version", "\u0000", "/", ".", "ü", "@file", "[suggest]", "{case}/scans/upper.ply", "--unknown", "-x", "\"", "*", new('a', 5000),
    ];

    public static Blow[] Blows { get; } =
    [
        new("words at random", (m, r) => m.Arguments = [.. Enumerable.Range(0, r.Next(7)).Select(_ => Pick.From(Words, r))]),
        new("a word put in", (m, r) => m.Arguments = Put(["plan", "{case}", "-o", "{out}", "--no-models", "--threads", "1"], r)),
        new("a word put in", (m, r) => m.Arguments = Put(["inspect", "{case}", "--json"], r)),
        To("into the case", "{case}"),
        To("into a folder of the case", "{case}/plan"),
        To("onto a file", "{case}/case.json"),
        To("below a file", "{case}/case.json/plan"),
        To("into nowhere", ""),
        To("into the root", "/"),
        To("into a device", "/dev/null/x"),
        To("into a name too long", "{scratch}/" + new string('n', 300)),
        To("deep down", "{out}/a/b/c"),
        To("with a trailing slash", "{out}/"),
        To("by a detour", "{scratch}/x/../out"),
        To("a name with a zero", "{scratch}/\u0000"),
    ];

    public static Blow[] Cancelled { get; } =
    [
        new("after a while", (m, r) => m.CancelAfter = TimeSpan.FromMilliseconds(r.Uniform(0, 600))),
        new("with models", (m, r) =>
        {
            m.Models = true;
            m.CancelAfter = TimeSpan.FromMilliseconds(r.Uniform(0, 2_500));
        }),
    ];

    private static Blow To(string name, string output) =>
        new("output " + name, (m, _) => m.Arguments = ["plan", "{case}", "--no-models", "--threads", "1", "-o", output]);

    private static string[] Put(string[] words, SeededRandom r)
    {
        var list = new List<string>(words);
        int at = r.Next(list.Count);
        if (r.Next(2) == 0)
            list[at] = Pick.From(Words, r);
        else
            list.Insert(at, Pick.From(Words, r));
        return [.. list];
    }
}
