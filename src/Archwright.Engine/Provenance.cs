using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Engine;

/// <summary>What a plan says of its maker. Composed by the caller, since versions and hashes come from outside the pure rooms.</summary>
/// <param name="Version">Archwright version.</param>
/// <param name="PreferencesSha256">Hash of the resolved preferences' canonical JSON.</param>
/// <param name="Preferences">The preferences, resolved whole.</param>
public sealed record Provenance(string Version, string PreferencesSha256, TreatmentPreferences Preferences)
{
    /// <summary>The presets they come from, the base first; empty where a caller gives values of its own.</summary>
    public ImmutableArray<PlanPreset> PreferencesChain { get; init; } = [];
}
