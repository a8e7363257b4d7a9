using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>
/// The scans that quality control is given: of a case as it loads, or, where it does not load (wrong unit, labels of the other
/// jaw), of its files one by one, so that the person learns what is wrong with them and not only that something is.
/// </summary>
internal static class ScansOfCase
{
    private static readonly string[] Extensions = [".ply", ".stl", ".obj"];

    /// <summary>Scans of a case that could be loaded.</summary>
    public static ImmutableArray<ScanToCheck> Of(CaseInput input) =>
    [
        .. new[] { input.Upper, input.Lower }.OfType<ArchScan>().Select(s => new ScanToCheck(Name(s.Jaw), s.Mesh, s.Jaw, s.FaceLabels)),
        .. input.Unlabelled.Select(s => new ScanToCheck(Name(s.Jaw), s.Mesh, s.Jaw)),
    ];

    /// <summary>Scans among the files of a folder that is no whole case; problems where there are none.</summary>
    public static Result<ScanFiles> InFolder(string folder)
    {
        var scans = ImmutableArray.CreateBuilder<ScanToCheck>();
        var problems = new List<Problem>();
        foreach (Jaw jaw in new[] { Jaw.Upper, Jaw.Lower })
        {
            string? path = new[] { Path.Combine(folder, "scans"), folder }
                .SelectMany(f => Extensions.Select(e => Path.Combine(f, Name(jaw) + e))).FirstOrDefault(File.Exists);
            if (path is null)
                continue;
            Result<ScanFiles> scan = OfFile(path, jaw);
            problems.AddRange(scan.Problems);
            if (scan.Value is { } read)
                scans.AddRange(read.Scans);
        }

        if (scans.Count > 0)
            return Result<ScanFiles>.Ok(new ScanFiles(scans.ToImmutable()), [.. problems.Where(p => p.Severity == ProblemSeverity.Warning)]);
        problems.Add(Problem.Error("case-empty", "the folder holds no scans/upper or scans/lower that could be read", CaseFolder.NameOf(folder)));
        return Result<ScanFiles>.Fail([.. problems]);
    }

    /// <summary>One scan with the labels beside it, of whichever jaw they are.</summary>
    public static Result<ScanFiles> OfFile(string path, Jaw? jaw)
    {
        Result<ImportedMesh> read = MeshReader.Read(path, ImportMode.Repair);
        if (read.Value is not { } mesh)
            return Result<ScanFiles>.Fail(read.Problems);
        string labels = Path.ChangeExtension(path, ".labels.json");
        ImmutableArray<int> faces = [];
        if (File.Exists(labels) && LabelledScanFile.Read(path, labels).Value is { } labelled)
            faces = labelled.FaceLabels;
        return Result<ScanFiles>.Ok(
            new ScanFiles([new ScanToCheck(Path.GetFileNameWithoutExtension(path), mesh.Mesh, jaw, faces)]), read.Problems);
    }

    /// <summary>The jaw a file's name claims, where it says so.</summary>
    public static Jaw? JawOfName(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        bool isUpper = name.Contains("upper", StringComparison.OrdinalIgnoreCase);
        return isUpper == name.Contains("lower", StringComparison.OrdinalIgnoreCase) ? null : isUpper ? Jaw.Upper : Jaw.Lower;
    }

    private static string Name(Jaw jaw) => jaw == Jaw.Upper ? "upper" : "lower";

    /// <summary>Scans as read.</summary>
    /// <param name="Scans">They.</param>
    internal sealed record ScanFiles(ImmutableArray<ScanToCheck> Scans);
}
