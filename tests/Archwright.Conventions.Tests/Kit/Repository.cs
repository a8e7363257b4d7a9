using System.Reflection;
using Archwright.TestKit;

namespace Archwright.Conventions.Tests;

/// <summary>The checkout as these tests see it: what is written by people, never what is built.</summary>
internal static class Repository
{
    private static readonly string[] BuiltFolders = ["artifacts", "node_modules", "dist", "out", ".git", "BenchmarkDotNet.Artifacts"];

    private static readonly string[] TextKinds =
        [".cs", ".csproj", ".props", ".targets", ".slnx", ".md", ".json", ".yml", ".ts", ".js", ".css", ".html", ".py", ".sh", ".txt", ""];

    /// <summary>Rooms: the projects under src, by short name (Geometry).</summary>
    public static IReadOnlyList<string> Rooms { get; } =
    [
        .. Directory.GetDirectories(RepositoryRoot.Combine("src"))
            .Select(d => Path.GetFileName(d)["Archwright.".Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Text files below a folder of the checkout, as paths from the root with forward slashes, in order.</summary>
    public static IReadOnlyList<string> TextFiles(params string[] below)
    {
        string root = below.Length == 0 ? RepositoryRoot.Path : RepositoryRoot.Combine(below);
        return
        [
            .. Walk(new DirectoryInfo(root))
                .Where(f => TextKinds.Contains(f.Extension))
                .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f.FullName).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The content of a file, line ends normalised.</summary>
    public static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path.Split('/'))).ReplaceLineEndings("\n");

    /// <summary>True where the file is there.</summary>
    public static bool Has(string path) => File.Exists(RepositoryRoot.Combine(path.Split('/')));

    /// <summary>The assembly of a room.</summary>
    public static Assembly Load(string room) => Assembly.Load(room == "Cli" ? "archwright" : $"Archwright.{room}");

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder)
    {
        foreach (FileInfo file in folder.EnumerateFiles())
            yield return file;
        foreach (DirectoryInfo sub in folder.EnumerateDirectories().Where(d => !BuiltFolders.Contains(d.Name)))
        {
            foreach (FileInfo file in Walk(sub))
                yield return file;
        }
    }
}
