using System.Reflection;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>What a plan will say of its maker: version, preferences, the presets they come from, hashes.</summary>
internal static class ProvenanceFile
{
    /// <summary>Archwright's version.</summary>
    public static string Version { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>
    /// Provenance of a case: the preset asked for on the command line, else the one its case.json names, else the base; on it
    /// the patient group's and the case's own.
    /// </summary>
    /// <param name="input">The case.</param>
    /// <param name="asked">Preset id or file of the command line; null where none was given.</param>
    /// <param name="folder">Folder of a practice's own presets; null where there is none.</param>
    public static Result<Provenance> Read(CaseInput input, string? asked, string? folder)
    {
        Result<PresetLibrary> library = PresetSources.Library(folder);
        if (!library.IsOk)
            return Result<Provenance>.Fail(library.Problems);
        Result<PreferencePreset>? preset = asked is not null
            ? PresetSources.Find(library.Value, asked, "--preferences")
            : input.Description.Preferences is { } named ? PresetSources.FindId(library.Value, named, "case.json, $.preferences") : null;
        if (preset is { IsOk: false })
            return Result<Provenance>.Fail([.. library.Problems, .. preset.Problems]);

        Result<ResolvedPreferences> resolved = PresetResolution.Resolve(library.Value, new PresetSelection
        {
            Preset = preset?.Value,
            PatientGroup = input.Description.PatientGroup,
            Case = input.Preferences,
            AlignerSystem = input.Description.AlignerSystem,
        });
        Problem[] problems = [.. library.Problems, .. preset?.Problems ?? [], .. resolved.Problems];
        return resolved.IsOk ? Result<Provenance>.Ok(Of(resolved.Value), [.. problems]) : Result<Provenance>.Fail([.. problems]);
    }

    private static Provenance Of(ResolvedPreferences resolved) =>
        new(Version, PreferencesJson.Hash(resolved.Values), resolved.Values) { PreferencesChain = PresetResolution.Lineage(resolved) };
}
