using Archwright.Mutations.Cases;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Case folders of the wrong shape.</summary>
internal static class FolderDamage
{
    public static Blow[] Blows { get; } =
    [
        new("a file missing", (m, r) => Drop(m, Any(m, r))),
        new("a file empty", (m, r) => Put(m, Any(m, r), [])),
        new("a folder where a file belongs", (m, r) =>
        {
            string path = Any(m, r);
            Drop(m, path);
            m.EmptyFolders.Add(path);
        }),
        new("a file where a folder belongs", (m, _) =>
        {
            foreach (string path in m.Files.Keys.Where(k => k.StartsWith("scans/", StringComparison.Ordinal)).ToArray())
                m.Files.Remove(path);
            m.Files["scans"] = "not a folder"u8.ToArray();
        }),
        Link("a link to nothing", _ => "nowhere"),
        Link("a link to itself", path => Path.GetFileName(path)),
        Link("a link to a device", _ => "/dev/zero"),
        Link("a link to the end of all data", _ => "/dev/null"),
        Link("a link to a folder", _ => "/tmp"),
        Link("a link to a file of the system", _ => "/etc/hostname"),
        new("a link to a file of the case", (m, r) => Relink(m, Any(m, r), Any(m, r))),
        new("all scans in the folder itself", (m, _) =>
        {
            foreach (string path in m.Files.Keys.Where(k => k.StartsWith("scans/", StringComparison.Ordinal)).ToArray())
            {
                m.Files[Path.GetFileName(path)] = m.Files[path];
                m.Files.Remove(path);
            }
        }),
        new("a scan in two places", (m, r) =>
        {
            if (m.ScanFiles() is { Length: > 0 } scans)
                m.Files[Path.GetFileName(Pick.From(scans, r))] = m.Files[scans[0]];
        }),
        new("a scan in two forms", (m, _) => m.Files["scans/upper.obj"] = MeshForm.Write("obj", TestKit.Shapes.TestShapes.Sheet(50))),
        new("names in capitals", (m, r) =>
        {
            string path = Any(m, r);
            byte[] bytes = m.Files.GetValueOrDefault(path, []);
            Drop(m, path);
            m.Files[path.ToUpperInvariant()] = bytes;
        }),
        new("strange files beside", (m, r) =>
        {
            m.Files["scans/.hidden"] = [1, 2, 3];
            m.Files["teeth/notes.txt"] = "a note"u8.ToArray();
            m.Files[Pick.From(["a b c/ü.txt", "CASE.JSON.bak", "scans/upper.labels.json.old", "-rf"], r)] = "x"u8.ToArray();
        }),
        new("teeth that are no teeth", (m, r) => m.Files[$"teeth/{Pick.From(["99", "tooth", "11 ", "0", "-11", "111", ""], r)}.ply"] = [1]),
        new("a tooth in two forms", (m, _) =>
        {
            foreach (string form in new[] { "ply", "obj" })
                m.Files[$"teeth/11.{form}"] = MeshForm.Write(form, TestKit.Shapes.TestShapes.Cube(8));
        }),
        new("separated teeth beside the scans", (m, _) => m.Files["teeth/11.ply"] = MeshForm.Write("ply", TestKit.Shapes.TestShapes.Sphere(4))),
        new("jaws exchanged", (m, _) => Exchange(m)),
        new("nothing", (m, _) => m.Files.Clear()),
        new("a thousand files", (m, _) =>
        {
            for (int i = 0; i < 1000; i++)
                m.Files[$"scans/{i}.ply"] = [1];
        }),
    ];

    private static string Any(Mutant m, SeededRandom r) => m.Files.Count == 0 ? "scans/upper.ply" : Pick.From([.. m.Files.Keys], r);

    private static void Drop(Mutant m, string path) => m.Files.Remove(path);

    private static void Put(Mutant m, string path, byte[] bytes) => m.Files[path] = bytes;

    private static Blow Link(string name, Func<string, string> target) => new(name, (m, r) =>
    {
        string path = Any(m, r);
        Relink(m, path, target(path));
    });

    private static void Relink(Mutant m, string path, string target)
    {
        Drop(m, path);
        m.EmptyFolders.Add(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".");
        m.Links[path] = target;
    }

    private static void Exchange(Mutant m)
    {
        string[] scans = m.ScanFiles();
        string[] labels = m.LabelFiles();
        if (scans.Length != 2 || labels.Length != 2)
            return;
        (m.Files[scans[0]], m.Files[scans[1]]) = (m.Files[scans[1]], m.Files[scans[0]]);
    }
}
