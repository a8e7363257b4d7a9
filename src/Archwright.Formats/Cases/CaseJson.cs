using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>case.json, schema <c>archwright.case/1</c> (docs/formats/case.schema.json): strict, every key optional.</summary>
public static class CaseJson
{
    private const string Schema = "archwright.case/1";
    private const int LabelLengthMax = 12;

    /// <summary>The file's bytes; the same description gives the same bytes.</summary>
    public static byte[] Write(CaseDescription description) => StrictJson.Write(description);

    /// <summary>Reads and checks a description.</summary>
    public static Result<CaseDescription> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits? limits = null)
    {
        Result<CaseDescription> read = StrictJson.Read<CaseDescription>(name, bytes, limits ?? FormatLimits.Default);
        if (read.Value is not { } description)
            return read;
        Problem[] problems = [.. Check(name, description)];
        return problems.Length == 0 ? read : Result<CaseDescription>.Fail([.. problems]);
    }

    private static IEnumerable<Problem> Check(string name, CaseDescription d)
    {
        Problem Bad(string path, string message, double? measured = null, double? limit = null, string? unit = null) =>
            Problem.Error("case-value", message, $"{name}, $.{path}", measured, limit, unit);
        if (d.Schema != Schema)
            yield return Bad("schema", $"the schema is not {Schema}");
        if (d.Label is { } label && (label.Length > LabelLengthMax || !label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            yield return Bad("label", $"a label has at most {LabelLengthMax} letters, digits or hyphens", label.Length, LabelLengthMax, "count");
        foreach ((string path, double? value, double limit) in new[]
        {
            ("overjetMm", d.Objectives.OverjetMm, 20), ("overbiteMm", d.Objectives.OverbiteMm, 20), ("midlineMm", d.Objectives.MidlineMm, 10.0),
        })
        {
            if (value is { } mm && !(Math.Abs(mm) <= limit))
                yield return Bad("objectives." + path, $"{mm} mm is beyond what a jaw allows", mm, limit, "mm");
        }

        if (d.Objectives.CanineClass is not (null or "I" or "II" or "III" or "keep"))
            yield return Bad("objectives.canineClass", "the canine class is I, II, III or keep");
        if (d.Objectives.Arches is not (null or "both" or "upper" or "lower"))
            yield return Bad("objectives.arches", "the arches are both, upper or lower");
        foreach ((string path, string message) in ObjectiveChecks.Of(d.Objectives))
            yield return Bad("objectives" + path, message);
        foreach ((string path, string message) in d.RecordSet is { } records ? RecordChecks.Of(records) : [])
            yield return Bad("recordSet." + path, message);
        if (d.Records.IsDefault || d.Records.Any(r => r is null))
            yield return Bad("records", "records are a list of words");
        foreach (ToothConditionEntry? entry in d.Conditions.IsDefault ? [] : d.Conditions)
        {
            if (entry is null || !ToothId.TryFromFdi(entry.Fdi, out _))
                yield return Bad("conditions", $"{entry?.Fdi} is no FDI number", entry?.Fdi);
        }

        if (d.Restrictions.IsDefault)
        {
            yield return Bad("restrictions", "restrictions are a list");
            yield break;
        }

        var seen = new HashSet<int>();
        for (int i = 0; i < d.Restrictions.Length; i++)
        {
            if (d.Restrictions[i] is not { } entry)
                yield return Bad($"restrictions[{i}]", "null is no restriction");
            else if (!ToothId.TryFromFdi(entry.Fdi, out _))
                yield return Bad($"restrictions[{i}].fdi", $"{entry.Fdi} is no FDI number", entry.Fdi);
            else if (!seen.Add(entry.Fdi))
                yield return Bad($"restrictions[{i}].fdi", $"{entry.Fdi} is restricted twice", entry.Fdi);
        }
    }
}
