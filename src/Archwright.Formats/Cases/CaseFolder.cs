using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Reads a case folder (docs/formats/case-folder.md): <c>case.json</c>, <c>preferences.json</c>, <c>labels.edits.json</c>, <c>scans/upper.*</c> and <c>scans/lower.*</c> with their
/// <c>.labels.json</c>, <c>teeth/&lt;FDI&gt;.ply</c>; scans and labels may also lie directly in the folder, and
/// scans may have the names scanners give them (<see cref="ScannerFileNames"/>). Other files are passed over. What is missing is a gap, never a guess.
/// </summary>
public static class CaseFolder
{
    /// <summary>True where a path is a folder or a ZIP: a case, not a single scan.</summary>
    public static bool IsCase(string path) => Directory.Exists(path) || ZipCase.IsZip(path);

    /// <summary>Reads the case from a folder or a ZIP of one; every problem names its file by the path inside.</summary>
    public static Result<CaseInput> Load(string folder, ImportMode mode, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        Result<CaseListing> listed = CaseListing.Of(folder);
        if (listed.Value is not { } listing)
            return Result<CaseInput>.Fail(listed.Problems);
        var reading = new Reading(listing, mode, limits);
        CaseDescription? description = reading.Description();
        PreferencePreset? preferences = reading.Preferences();
        LabelEdits? edits = reading.LabelEdits();
        reading.Records(folder, description?.RecordSet);
        ImmutableArray<SeparatedTooth> teeth = reading.Teeth();
        ArchScan? upper = reading.Scan(Jaw.Upper, teeth);
        ArchScan? lower = reading.Scan(Jaw.Lower, teeth);
        reading.TellScansOfNoJaw(teeth.IsEmpty);
        if (upper is null && lower is null && teeth.IsEmpty && reading.Unlabelled.Count == 0 && !reading.HasErrors)
        {
            reading.Problems.Add(Problem.Error(
                "case-empty", "the folder holds no scans/upper, scans/lower or teeth that could be read", NameOf(folder)));
        }

        if (reading.HasErrors)
            return Result<CaseInput>.Fail([.. reading.Problems]);
        var input = new CaseInput
        {
            Description = description ?? new CaseDescription(),
            HasDescription = description is not null,
            Preferences = preferences,
            Upper = upper,
            Lower = lower,
            Unlabelled = [.. reading.Unlabelled],
            LabelEdits = edits,
            Teeth = teeth,
            Files = [.. reading.Files.OrderBy(f => f.Path, StringComparer.Ordinal)],
        };
        return Result<CaseInput>.Ok(input, [.. reading.Problems]);
    }

    /// <summary>The files of a case folder that hold <paramref name="input"/>; reading them back gives the same case.</summary>
    public static IEnumerable<FolderFile> Files(CaseInput input)
    {
        if (input.HasDescription)
            yield return FolderFile.Of("case.json", () => CaseJson.Write(input.Description));
        if (input.Preferences is { } preferences)
            yield return FolderFile.Of("preferences.json", () => PresetJson.Write(preferences));
        foreach (ArchScan scan in new[] { input.Upper, input.Lower }.OfType<ArchScan>())
        {
            string name = "scans/" + NameOf(scan.Jaw);
            yield return FolderFile.Of(name + ".ply", () => PlyWriter.Write(scan.Mesh));
            yield return FolderFile.Of(name + ".labels.json", () => LabelFile.Write(scan));
        }

        foreach (SeparatedTooth tooth in input.Teeth)
            yield return FolderFile.Of($"teeth/{tooth.Id}.ply", () => PlyWriter.Write(tooth.Mesh));
    }

    /// <summary>
    /// Writes a case folder whole or not at all, with <paramref name="beside"/> (a ground truth, say) next to it; refuses a
    /// folder that is not empty.
    /// </summary>
    public static Result<WrittenFolder> Write(
        string folder, CaseInput input, IEnumerable<FolderFile>? beside = null, CancellationToken cancel = default) => WholeFolder.Write(
        folder,
        Files(input).Concat(beside ?? []),
        _ => [],
        f => Problem.Error("folder-refused", "the folder is not empty", Path.GetFileName(f)),
        new RunContext(cancel: cancel));

    /// <summary>A folder's name for a person; that of a root is the root.</summary>
    public static string NameOf(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is { Length: > 0 } name ? name : folder;

    /// <summary>A jaw as files name it.</summary>
    public static string NameOf(Jaw jaw) => jaw == Jaw.Upper ? "upper" : "lower";

    /// <summary>One reading of a folder: collects problems and the files read.</summary>
    private sealed class Reading(CaseListing listing, ImportMode mode, FormatLimits limits)
    {
        public List<Problem> Problems { get; } = [];

        private readonly SortedSet<Jaw> _jaws = [];

        public List<InputFile> Files { get; } = [];

        public List<UnlabelledScan> Unlabelled { get; } = [];

        public bool HasErrors => Problems.Exists(p => p.Severity == ProblemSeverity.Error);

        public CaseDescription? Description()
        {
            if (One("case.json") is not { } name || Bytes(name, limits.JsonBytesMax) is not { } bytes)
                return null;
            return Keep(CaseJson.Read(name, bytes, limits));
        }

        public PreferencePreset? Preferences()
        {
            if (One("preferences.json") is not { } name || Bytes(name, limits.JsonBytesMax) is not { } bytes)
                return null;
            return Keep(PresetJson.Read(name, bytes, limits));
        }

        public LabelEdits? LabelEdits()
        {
            if (One(LabelEditsJson.FileName) is not { } name || Bytes(name, limits.JsonBytesMax) is not { } bytes)
                return null;
            return Keep(LabelEditsJson.Read(name, bytes, limits));
        }

        public void Records(string folder, CaseRecords? records)
        {
            foreach ((InputFile? file, Problem? problem) in records is null ? [] : RecordFiles.Check(folder, records, limits))
            {
                if (file is not null)
                    Files.Add(file);
                if (problem is not null)
                    Problems.Add(problem);
            }
        }

        public ImmutableArray<SeparatedTooth> Teeth()
        {
            var teeth = new SortedDictionary<ToothId, SeparatedTooth>();
            foreach (string name in listing.Below("teeth"))
            {
                if (!CaseListing.IsMesh(name))
                    continue;
                if (!int.TryParse(Path.GetFileNameWithoutExtension(name), out int fdi) || !ToothId.TryFromFdi(fdi, out ToothId id))
                {
                    Problems.Add(Problem.Error("tooth-no-fdi", "a tooth's file is named by its FDI number", name));
                    continue;
                }

                if (Mesh(name) is not { } mesh)
                    continue;
                Problems.AddRange(ScanChecks.OfTooth(name, mesh));
                if (!teeth.TryAdd(id, new SeparatedTooth(id, mesh.Mesh)))
                    Problems.Add(Problem.Error("tooth-twice", $"tooth {id} is given by two files", name));
            }

            return [.. teeth.Values];
        }

        public ArchScan? Scan(Jaw jaw, ImmutableArray<SeparatedTooth> teeth)
        {
            string stem = NameOf(jaw);
            string? name = One(stem + ".stl", stem + ".ply", stem + ".obj");
            bool isOurName = name is not null;
            name ??= HasErrors ? null : ByScannersName(jaw);
            if (name is null)
                return null;
            _jaws.Add(jaw);

            // a scanner's name may name the patient: a plan knows the scan by ours
            string called = isOurName ? name : stem + Path.GetExtension(name).ToLowerInvariant();
            if (Mesh(name, called) is not { } mesh)
                return null;
            Problems.AddRange(ScanChecks.OfScan(name, mesh));
            if (One(isOurName ? [stem + ".labels.json"] : [stem + ".labels.json", Path.ChangeExtension(Path.GetFileName(name), ".labels.json")]) is not { } labelName)
            {
                bool isUnused = teeth.Any(t => t.Id.Jaw == jaw);
                Problems.Add(isUnused
                    ? Problem.Warning("scan-unused", "the scan has no labels; the jaw's teeth are taken from teeth/", name)
                    : Problem.Warning("labels-absent", $"the scan has no labels ({stem}.labels.json): its teeth are found by segmentation", name));
                if (!isUnused)
                    Unlabelled.Add(new UnlabelledScan(jaw, called, mesh.Mesh, mesh.FileMap));
                return null;
            }

            if (Bytes(labelName, limits.JsonBytesMax) is not { } bytes
                || Keep(LabelFile.Read(labelName, bytes, jaw, mesh, limits)) is not { } labels)
            {
                return null;
            }

            Problems.AddRange(ScanChecks.OfLabels(labelName, labels));
            return new ArchScan(jaw, mesh.Mesh, labels.FaceLabels) { File = mesh.FileMap };
        }

        /// <summary>Says of meshes that could be scans why they are none: nothing tells which jaw they show.</summary>
        public void TellScansOfNoJaw(bool hasNoTeeth)
        {
            string[] unknown = [.. listing.Scans().Where(f => !IsOurName(f) && !ScannerFileNames.IsNoArch(f) && ScannerFileNames.JawOf(f) is null)];
            if (unknown.Length == 0 || _jaws.Count == 2)
                return;
            Problems.Add(_jaws.Count == 0 && hasNoTeeth
                ? Problem.Error(
                    "scan-jaw-unknown",
                    $"{(unknown.Length == 1 ? "its name does not say" : $"{unknown.Length} names do not say")} which jaw it shows: call the scans upper and lower",
                    unknown[0])
                : Problem.Warning("scan-passed-over", "its name does not say which jaw it shows; it is not used", unknown[0]));
        }

        private static bool IsOurName(string file) =>
            Path.GetFileNameWithoutExtension(file).ToUpperInvariant() is "UPPER" or "LOWER";

        private string? ByScannersName(Jaw jaw)
        {
            string[] found = [.. listing.Scans().Where(f => !IsOurName(f) && ScannerFileNames.JawOf(f) == jaw)];
            if (found.Length > 1)
            {
                Problems.Add(Problem.Error(
                    "file-ambiguous", $"{string.Join(" and ", found)} could both be the {NameOf(jaw)} arch; call the one that is meant {NameOf(jaw)}", found[1], found.Length, 1, "count"));
            }

            if (found.Length != 1)
                return null;
            Problems.Add(Problem.Warning("scan-by-name", $"taken as the {NameOf(jaw)} arch by the name of its file", found[0]));
            return found[0];
        }

        private ImportedMesh? Mesh(string name, string? called = null) =>
            Bytes(name, limits.MeshBytesMax, called) is { } bytes ? Keep(MeshReader.Read(name, bytes, mode, limits)) : null;

        /// <summary>The one file of these names in scans/ or in the folder itself; two are an error, since either could be meant.</summary>
        private string? One(params ReadOnlySpan<string> names)
        {
            string[] found = listing.Find(names);
            if (found.Length > 1)
            {
                Problems.Add(Problem.Error(
                    "file-ambiguous", $"{string.Join(" and ", found)} stand side by side; keep the one that is meant", found[1], found.Length, 1, "count"));
            }

            return found.Length == 1 ? found[0] : null;
        }

        private byte[]? Bytes(string name, long bytesMax, string? called = null)
        {
            FileBytes? file = Keep(listing.Read(name, bytesMax));
            if (file is null)
                return null;
            Files.Add(new InputFile(called ?? name, file.Sha256));
            return file.Content;
        }

        private T? Keep<T>(Result<T> result)
            where T : class
        {
            Problems.AddRange(result.Problems);
            return result.Value;
        }
    }
}
