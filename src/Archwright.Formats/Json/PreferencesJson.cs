using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>Preferences resolved whole, as they stand in a plan (docs/formats/preferences.schema.json).</summary>
public static class PreferencesJson
{
    /// <summary>The canonical bytes: the same preferences give the same bytes, so their hash names them.</summary>
    public static byte[] Write(TreatmentPreferences preferences) => StrictJson.Write(preferences);

    /// <summary>Lower-case hexadecimal SHA-256 of the canonical bytes.</summary>
    public static string Hash(TreatmentPreferences preferences) => FileBytes.HashOf(Write(preferences));

    /// <summary>Holds every option against its declared range; locations begin with <paramref name="path"/>.</summary>
    internal static IEnumerable<Problem> CheckRanges(TreatmentPreferences preferences, string path) => PreferenceCatalogue.All
        .Select(option => option.Check(option.Get(preferences), $"{path}.{option.Path}"))
        .OfType<Problem>();
}
