using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>Presets as the command line names them: an id of the library, or a file.</summary>
internal static class PresetSources
{
    /// <summary>The shipped presets and those of a practice's folder.</summary>
    public static Result<PresetLibrary> Library(string? folder)
    {
        Result<IReadOnlyList<PreferencePreset>> presets = PresetFiles.All(folder);
        if (!presets.IsOk)
            return Result<PresetLibrary>.Fail(presets.Problems);
        Result<PresetLibrary> library = PresetLibrary.Of(presets.Value);
        return library.IsOk
            ? Result<PresetLibrary>.Ok(library.Value, presets.Problems)
            : Result<PresetLibrary>.Fail([.. presets.Problems, .. library.Problems]);
    }

    /// <summary>The preset of an id or of a file: what has an extension or a folder in it is a file.</summary>
    public static Result<PreferencePreset> Find(PresetLibrary library, string idOrFile, string location) =>
        Path.HasExtension(idOrFile) || idOrFile.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? PresetFiles.Read(idOrFile)
            : FindId(library, idOrFile, location);

    /// <summary>The preset of an id.</summary>
    public static Result<PreferencePreset> FindId(PresetLibrary library, string id, string location) => library.Find(id) is { } preset
        ? Result<PreferencePreset>.Ok(preset)
        : Result<PreferencePreset>.Fail(Problem.Error(
            "preset-missing", $"there is no preset {id}; there are {string.Join(", ", library.All.Select(p => p.Id))}", location));

    /// <summary>A preset resolved on its own: with what it extends and no case.</summary>
    public static Result<ResolvedPreferences> Resolve(PresetLibrary library, string idOrFile, string location)
    {
        Result<PreferencePreset> preset = Find(library, idOrFile, location);
        if (!preset.IsOk)
            return Result<ResolvedPreferences>.Fail(preset.Problems);
        Result<ResolvedPreferences> resolved = PresetResolution.Resolve(library, new PresetSelection { Preset = preset.Value });
        return resolved.IsOk
            ? Result<ResolvedPreferences>.Ok(resolved.Value, [.. preset.Problems, .. resolved.Problems])
            : Result<ResolvedPreferences>.Fail([.. preset.Problems, .. resolved.Problems]);
    }
}
