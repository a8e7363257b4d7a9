using System.Collections.Immutable;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// A preset of preferences as JSON (docs/formats/preset.schema.json). Strict: an unknown or repeated option, a value of the wrong
/// kind or outside its hard range is an error with its place; a value outside the usual range is a warning.
/// </summary>
public static class PresetJson
{
    private const int IdLengthMax = 64;

    /// <summary>The canonical bytes: the same preset gives the same bytes, so their hash names it.</summary>
    public static byte[] Write(PreferencePreset preset) => StrictJson.Write(ToDocument(preset));

    /// <summary>Reads and checks a preset; problems name the file and the option.</summary>
    public static Result<PreferencePreset> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits? limits = null)
    {
        Result<PresetDocument> read = StrictJson.Read<PresetDocument>(name, bytes, limits ?? FormatLimits.Default);
        if (read.Value is not { } document)
            return Result<PreferencePreset>.Fail(read.Problems);
        var problems = new List<Problem>(Head(name, document));
        ImmutableSortedDictionary<string, object> options = Options(name, document, problems);
        if (problems.Exists(p => p.Severity == ProblemSeverity.Error))
            return Result<PreferencePreset>.Fail([.. problems]);
        var preset = new PreferencePreset
        {
            Id = document.Id,
            Version = document.Version,
            Title = document.Title,
            Summary = document.Summary,
            Extends = document.Extends,
            Kind = document.Kind,
            PatientGroup = document.PatientGroup,
            AlignerSystem = document.AlignerSystem,
            Source = document.Source,
            Options = options,
            Sha256 = "",
            Origin = name,
        };
        return Result<PreferencePreset>.Ok(preset with { Sha256 = FileBytes.HashOf(Write(preset)) }, [.. problems]);
    }

    private static IEnumerable<Problem> Head(string name, PresetDocument d)
    {
        Problem Bad(string path, string message) => Problem.Error("preset-value", message, $"{name}, $.{path}");
        if (d.Schema != PresetDocument.SchemaId)
            yield return Bad("schema", $"the schema is not {PresetDocument.SchemaId}");
        if (!IsId(d.Id))
            yield return Bad("id", $"an id has 1 to {IdLengthMax} letters, digits and hyphens");
        if (d.Extends is { } parent && !IsId(parent))
            yield return Bad("extends", $"an id has 1 to {IdLengthMax} letters, digits and hyphens");
        if (d.Version.Length == 0)
            yield return Bad("version", "a preset has a version");
        if (d.Kind == PresetKind.Base && d.Extends is not null)
            yield return Bad("extends", "the base extends nothing");
        if (d.Kind is not (PresetKind.Base or PresetKind.Case) && d.Extends is null)
            yield return Bad("extends", "a preset extends another; only the base does not");
        if (d.Kind == PresetKind.PatientGroup != d.PatientGroup is not null)
            yield return Bad("patientGroup", "a preset of kind patient-group names its group, no other does");
    }

    private static ImmutableSortedDictionary<string, object> Options(string name, PresetDocument document, List<Problem> problems)
    {
        ImmutableSortedDictionary<string, object>.Builder options =
            ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach ((string category, ImmutableSortedDictionary<string, JsonElement> values) in document.Options)
        {
            foreach ((string key, JsonElement value) in values)
            {
                string path = $"{category}.{key}";
                string location = $"{name}, $.options.{path}";
                if (PreferenceCatalogue.Find(path) is not { } option)
                {
                    problems.Add(Problem.Error("option-unknown", Unknown(path), location));
                    continue;
                }

                if (Value(option, value) is not { } typed)
                {
                    problems.Add(Problem.Error("option-kind", $"{path} takes {Wanted(option)}, not {value.GetRawText()[..Math.Min(40, value.GetRawText().Length)]}", location));
                    continue;
                }

                if (option.Check(typed, location) is { } problem)
                    problems.Add(problem);
                options.Add(path, typed);
            }
        }

        return options.ToImmutable();
    }

    private static object? Value(PreferenceOption option, JsonElement value)
    {
        try
        {
            return value.Deserialize(option.ValueType, StrictJson.Options);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string Unknown(string path) => PreferenceCatalogue.Nearest(path) is { } near
        ? $"there is no option {path}; {near} is near"
        : $"there is no option {path}; archwright preferences explain lists them all";

    private static string Wanted(PreferenceOption option) => option.Words.Length > 0
        ? $"{(option.ValueType.IsEnum ? "one" : "a list")} of {string.Join(", ", option.Words)}"
        : Type.GetTypeCode(option.ValueType) switch
        {
            TypeCode.Boolean => "true or false",
            TypeCode.String => "words",
            TypeCode.Int32 => $"a whole number ({option.Unit})",
            _ => $"a number ({option.Unit})",
        };

    private static bool IsId(string id) =>
        id.Length is > 0 and <= IdLengthMax && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static PresetDocument ToDocument(PreferencePreset preset) => new()
    {
        Schema = PresetDocument.SchemaId,
        Id = preset.Id,
        Version = preset.Version,
        Title = preset.Title,
        Extends = preset.Extends,
        Summary = preset.Summary,
        Kind = preset.Kind,
        PatientGroup = preset.PatientGroup,
        AlignerSystem = preset.AlignerSystem,
        Source = preset.Source,
        Options = preset.Options
            .GroupBy(o => o.Key.Split('.')[0])
            .ToImmutableSortedDictionary(
                g => g.Key,
                g => g.ToImmutableSortedDictionary(
                    o => o.Key.Split('.')[1],
                    o => JsonSerializer.SerializeToElement(o.Value, o.Value.GetType(), StrictJson.Options),
                    StringComparer.Ordinal),
                StringComparer.Ordinal),
    };
}
