using System.Reflection;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>What a plan will say of its maker: version, preferences and their hash.</summary>
internal static class ProvenanceFile
{
    /// <summary>Archwright's version.</summary>
    public static string Version { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Provenance with the preferences of a file, or the base preset.</summary>
    public static Result<Provenance> Read(string? preferencesPath)
    {
        if (preferencesPath is null)
            return Result<Provenance>.Ok(Of(new TreatmentPreferences()));
        if (!File.Exists(preferencesPath))
            return Result<Provenance>.Fail(Problem.Error("preferences-absent", "there is no such file", preferencesPath));
        Result<TreatmentPreferences> read = PreferencesJson.Read(Path.GetFileName(preferencesPath), File.ReadAllBytes(preferencesPath));
        return read.IsOk ? Result<Provenance>.Ok(Of(read.Value), read.Problems) : Result<Provenance>.Fail(read.Problems);
    }

    private static Provenance Of(TreatmentPreferences preferences) =>
        new(Version, PreferencesJson.Hash(preferences), preferences);
}
