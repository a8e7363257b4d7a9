using System.Collections.Immutable;
using System.Reflection;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>Where presets come from: those shipped with Archwright, a practice's folder, one file.</summary>
public static class PresetFiles
{
    private const string Prefix = "presets/";
    private const int FilesMax = 1_000;

    /// <summary>The presets shipped with Archwright (presets/*.json), in order of their id.</summary>
    public static ImmutableArray<PreferencePreset> Shipped { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => PresetJson.Read("shipped " + n, Resource(n)).Require()),
    ];

    /// <summary>Reads one preset.</summary>
    public static Result<PreferencePreset> Read(string path, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        string name = Path.GetFileName(path);
        Result<FileBytes> file = FileBytes.Read(path, name, limits.JsonBytesMax);
        return file.IsOk ? PresetJson.Read(name, file.Value.Content, limits) : Result<PreferencePreset>.Fail(file.Problems);
    }

    /// <summary>The shipped presets and those of a practice's folder (*.json, no folders below it); null: the shipped ones alone.</summary>
    public static Result<IReadOnlyList<PreferencePreset>> All(string? folder, FormatLimits? limits = null)
    {
        if (folder is null)
            return Result<IReadOnlyList<PreferencePreset>>.Ok(Shipped);
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        string[] files;
        try
        {
            if (!Directory.Exists(folder))
                return Result<IReadOnlyList<PreferencePreset>>.Fail(Problem.Error("folder-missing", "there is no such folder", name));
            files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(FilesMax + 1)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Result<IReadOnlyList<PreferencePreset>>.Fail(
                Problem.Error("folder-unreadable", "the folder cannot be read: " + e.GetType().Name, name));
        }

        if (files.Length > FilesMax)
        {
            return Result<IReadOnlyList<PreferencePreset>>.Fail(
                Problem.Error("folder-too-large", $"more than {FilesMax} presets", name, files.Length, FilesMax, "count"));
        }

        Result<PreferencePreset>[] read = [.. files.Select(f => Read(f, limits))];
        ImmutableArray<Problem> problems = [.. read.SelectMany(r => r.Problems)];
        return problems.Any(p => p.Severity == ProblemSeverity.Error)
            ? Result<IReadOnlyList<PreferencePreset>>.Fail(problems)
            : Result<IReadOnlyList<PreferencePreset>>.Ok([.. Shipped, .. read.Select(r => r.Value!)], problems);
    }

    private static byte[] Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
