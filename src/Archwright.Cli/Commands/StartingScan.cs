using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary>What <c>segment</c> begins with: a scan without labels, whose teeth are found, or one with labels, which stand until edits correct them.</summary>
/// <param name="Solve">Its labels before any edit.</param>
/// <param name="Found">The labels before and after the edits, as they are written.</param>
internal sealed record StartingScan(Func<RunContext, Result<ArchSolution>> Solve, Func<ArchSolution, ArchSolution, FoundLabels> Found)
{
    /// <summary>A scan alone.</summary>
    public static Result<StartingScan> Unlabelled(string path, Jaw? jaw)
    {
        Result<ImportedMesh> read = MeshReader.Read(path, ImportMode.Repair);
        return read.Value is { } scan
            ? Result<StartingScan>.Ok(
                new StartingScan(
                    context => ArchSegmentation.Solve(scan.Mesh, jaw, context),
                    (_, after) => CaseSegmentation.Found(after.Arch, scan.FileMap, Path.GetFileName(path))),
                read.Problems)
            : Result<StartingScan>.Fail(read.Problems);
    }

    /// <summary>A scan with its label file, which says the jaw; a <paramref name="jaw"/> that differs is refused.</summary>
    public static Result<StartingScan> Labelled(string path, string labelFile, Jaw? jaw)
    {
        Result<ArchScan> read = LabelledScanFile.Read(path, labelFile);
        if (read.Value is not { } given)
            return Result<StartingScan>.Fail(read.Problems);
        if (jaw is { } claimed && claimed != given.Jaw)
        {
            return Result<StartingScan>.Fail(Problem.Error(
                "labels-wrong-jaw", $"--jaw says {CaseFolder.NameOf(claimed)}, the labels are of the other jaw", Path.GetFileName(labelFile)));
        }

        return Result<StartingScan>.Ok(
            new StartingScan(
                context => GivenLabels.Solve(given, context),
                (before, after) => CaseSegmentation.Found(after.Arch, GivenLabels.Corrected(given, before, after), Path.GetFileName(path))),
            read.Problems);
    }
}
