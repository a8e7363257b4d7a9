using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Preferences resolved whole, with the presets they come from (PRF-01).</summary>
/// <param name="Values">Every value.</param>
/// <param name="Chain">The presets, the base first; a later one wins.</param>
public sealed record ResolvedPreferences(TreatmentPreferences Values, ImmutableArray<PreferencePreset> Chain)
{
    /// <summary>The preset that set an option: the last of the chain that names it, else the base.</summary>
    public PreferencePreset OriginOf(string path) => Chain.LastOrDefault(p => p.Options.ContainsKey(path)) ?? Chain[0];
}
