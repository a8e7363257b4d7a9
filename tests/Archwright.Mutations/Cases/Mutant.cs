using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Mutations.Cases;

/// <summary>
/// One damaged case. A form edits the shapes first (<see cref="Arches"/>, <see cref="Teeth"/>), then the files: the first look at
/// <see cref="Files"/> writes the shapes out, in a mesh form drawn by seed.
/// </summary>
internal sealed class Mutant
{
    private readonly BaseCase _source;
    private SortedDictionary<string, byte[]>? _files;

    public Mutant(BaseCase source, SeededRandom random)
    {
        _source = source;
        MeshForm = random.Next(2) == 0 ? "ply" : Cases.MeshForm.All[random.Next(Cases.MeshForm.All.Count)];
        Arches = [.. source.Scans.Select(s => new ArchDraft(s))];
        Teeth = [.. source.Teeth.Select(t => (t.Id.ToString(), t.Mesh))];
    }

    public string BaseName => _source.Name;

    public string MeshForm { get; set; }

    public List<ArchDraft> Arches { get; }

    public List<(string Name, TriangleMesh Mesh)> Teeth { get; }

    /// <summary>What was done to it, for whoever looks for the cause.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Files by path inside the folder.</summary>
    public SortedDictionary<string, byte[]> Files => _files ??= Write();

    /// <summary>Folders that hold nothing.</summary>
    public List<string> EmptyFolders { get; } = [];

    /// <summary>Symbolic links: path inside the folder, target.</summary>
    public SortedDictionary<string, string> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Preferences file beside the case, where there is one.</summary>
    public byte[]? Preferences { get; set; }

    /// <summary>Arguments in place of the usual ones; {case}, {out} and {scratch} stand for paths.</summary>
    public string[]? Arguments { get; set; }

    /// <summary>Command that runs on the folder.</summary>
    public string Command { get; set; } = "plan";

    /// <summary>True where the models are made too.</summary>
    public bool Models { get; set; }

    /// <summary>The run is cancelled after so much time.</summary>
    public TimeSpan? CancelAfter { get; set; }

    public void Note(string note) => Notes.Add(note);

    public string[] ScanFiles() => [.. Files.Keys.Where(k => k.StartsWith("scans/", StringComparison.Ordinal) && !IsJson(k))];

    public string[] LabelFiles() => [.. Files.Keys.Where(k => k.EndsWith(".labels.json", StringComparison.Ordinal))];

    /// <summary>Writes the folder. Of damages that exclude each other (a file and a folder of one name) the first stands.</summary>
    public void WriteTo(string root)
    {
        Directory.CreateDirectory(root);
        foreach ((string path, byte[] bytes) in Files)
        {
            if (Place(root, path) is { } full)
                File.WriteAllBytes(full, bytes);
        }

        foreach (string folder in EmptyFolders)
        {
            if (Place(root, folder) is { } full)
                Directory.CreateDirectory(full);
        }

        foreach ((string path, string target) in Links)
        {
            if (Place(root, path) is { } full)
                File.CreateSymbolicLink(full, target);
        }
    }

    private static string? Place(string root, string path)
    {
        string full = Path.Combine(root, path);
        string parent = Path.GetDirectoryName(full)!;
        if (Path.Exists(full) || File.Exists(parent))
            return null;
        Directory.CreateDirectory(parent);
        return full;
    }

    private static bool IsJson(string path) => path.EndsWith(".json", StringComparison.Ordinal);

    private SortedDictionary<string, byte[]> Write()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (ArchDraft arch in Arches)
        {
            string name = "scans/" + arch.Name;
            files[$"{name}.{Cases.MeshForm.Extension(MeshForm)}"] = Cases.MeshForm.Write(MeshForm, arch.ToMesh());
            files[name + ".labels.json"] = Cases.MeshForm.Labels(arch);
        }

        foreach ((string name, TriangleMesh mesh) in Teeth)
            files[$"teeth/{name}.ply"] = PlyWriter.Write(mesh);
        files["case.json"] = CaseJson.Write(new CaseDescription { Label = "mutant", PatientGroup = PatientGroup.Adult });
        return files;
    }
}
