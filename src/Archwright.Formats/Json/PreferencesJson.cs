using System.Globalization;
using System.Reflection;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Treatment preferences as JSON (docs/formats/preferences.schema.json). Reading checks every option against the range declared
/// with it: outside the hard range is an error, outside the soft range a warning.
/// </summary>
public static class PreferencesJson
{
    /// <summary>The canonical bytes: the same preferences give the same bytes, so their hash names them.</summary>
    public static byte[] Write(TreatmentPreferences preferences) => StrictJson.Write(preferences);

    /// <summary>Lower-case hexadecimal SHA-256 of the canonical bytes.</summary>
    public static string Hash(TreatmentPreferences preferences) => FileBytes.HashOf(Write(preferences));

    /// <summary>Reads preferences; options that are absent keep their defaults.</summary>
    public static Result<TreatmentPreferences> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits? limits = null)
    {
        Result<TreatmentPreferences> read = StrictJson.Read<TreatmentPreferences>(name, bytes, limits ?? FormatLimits.Default);
        if (read.Value is not { } preferences)
            return read;
        Problem[] problems = [.. CheckRanges(preferences, name + ", $")];
        return problems.Any(p => p.Severity == ProblemSeverity.Error)
            ? Result<TreatmentPreferences>.Fail([.. problems])
            : Result<TreatmentPreferences>.Ok(preferences, [.. problems]);
    }

    /// <summary>Holds every option against its declared range; locations begin with <paramref name="path"/>.</summary>
    internal static IEnumerable<Problem> CheckRanges(object group, string path)
    {
        foreach (PropertyInfo property in group.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.MetadataToken))
        {
            if (!property.CanWrite || property.GetValue(group) is not { } value)
                continue;
            string here = $"{path}.{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}";
            if (property.GetCustomAttribute<OptionAttribute>() is { } option)
            {
                if (CheckRange(Convert.ToDouble(value, CultureInfo.InvariantCulture), option, here) is { } problem)
                    yield return problem;
            }
            else if (value.GetType().IsClass && value is not string)
            {
                foreach (Problem inner in CheckRanges(value, here))
                    yield return inner;
            }
        }
    }

    private static Problem? CheckRange(double value, OptionAttribute option, string path)
    {
        string Text(string what, double limit) =>
            string.Create(CultureInfo.InvariantCulture, $"{value} {option.Unit} is {what} {limit} {option.Unit} ({option.Source})");
        if (value < option.HardMin)
            return Problem.Error("option-range", Text("below the least allowed", option.HardMin), path, value, option.HardMin, option.Unit);
        if (!(value <= option.HardMax))
            return Problem.Error("option-range", Text("above the greatest allowed", option.HardMax), path, value, option.HardMax, option.Unit);
        if (value < option.SoftMin)
            return Problem.Warning("option-unusual", Text("below the usual", option.SoftMin), path, value, option.SoftMin, option.Unit);
        if (value > option.SoftMax)
            return Problem.Warning("option-unusual", Text("above the usual", option.SoftMax), path, value, option.SoftMax, option.Unit);
        return null;
    }
}
