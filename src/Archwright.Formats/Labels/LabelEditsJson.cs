using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>Corrections of found labels, schema <c>archwright.label-edits/1</c> (docs/formats/label-edits.schema.json): strict.</summary>
public static class LabelEditsJson
{
    private const int EditsMax = 1000;
    private const int BorderPointsMax = 2000;

    /// <summary>Name of the file in a case folder.</summary>
    public const string FileName = "labels.edits.json";

    /// <summary>Reads a file; see the overload.</summary>
    public static Result<LabelEdits> ReadFile(string path, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        string name = Path.GetFileName(path);
        Result<FileBytes> file = FileBytes.Read(path, name, limits.JsonBytesMax);
        return file.IsOk ? Read(name, file.Value.Content, limits) : Result<LabelEdits>.Fail(file.Problems);
    }

    /// <summary>Reads and checks the form of edits: each kind has its own keys and no other. Whether they fit the scan segmentation says.</summary>
    public static Result<LabelEdits> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits? limits = null)
    {
        Result<LabelEdits> read = StrictJson.Read<LabelEdits>(name, bytes, limits ?? FormatLimits.Default);
        if (read.Value is not { } edits)
            return read;
        Problem[] problems = [.. Check(name, edits)];
        return problems.Length == 0 ? read : Result<LabelEdits>.Fail([.. problems]);
    }

    /// <summary>The file's bytes; the same edits give the same bytes.</summary>
    public static byte[] Write(LabelEdits edits) => StrictJson.Write(edits);

    private static IEnumerable<Problem> Check(string name, LabelEdits edits)
    {
        if (edits.Schema != LabelEdits.SchemaId)
            yield return Problem.Error("label-edit-value", $"the schema is not {LabelEdits.SchemaId}", $"{name}, $.schema");
        if (string.IsNullOrWhiteSpace(edits.By))
            yield return Problem.Error("label-edit-value", "the edits name the person", $"{name}, $.by");
        if (edits.Edits.Length > EditsMax)
        {
            yield return Problem.Error(
                "label-edit-value", $"{edits.Edits.Length} edits are more than {EditsMax}", $"{name}, $.edits", edits.Edits.Length, EditsMax, "count");
        }

        for (int i = 0; i < Math.Min(edits.Edits.Length, EditsMax); i++)
        {
            foreach ((string key, string message) in Faults(edits.Edits[i]))
                yield return Problem.Error("label-edit-value", message, $"{name}, $.edits[{i}].{key}");
        }
    }

    private static IEnumerable<(string Key, string Message)> Faults(LabelEdit edit)
    {
        LabelEditKind kind = edit.Kind;
        if (!(kind == LabelEditKind.AddSeed && edit.Fdi == 0) && NoFdi(edit.Fdi) is { } bad)
            yield return ("fdi", bad);
        if (edit.To is null == (kind == LabelEditKind.Renumber))
            yield return ("to", "the new number belongs to kind renumber, and to no other");
        if (edit.To is { } to && NoFdi(to) is { } badTo)
            yield return ("to", badTo);
        if (edit.With is null == (kind == LabelEditKind.Merge))
            yield return ("with", "the other tooth belongs to kind merge, and to no other");
        if (edit.With is { } with && NoFdi(with) is { } badWith)
            yield return ("with", badWith);
        if (edit.With == edit.Fdi)
            yield return ("with", "a tooth is one with itself already");
        if (edit.Point.Length != (kind == LabelEditKind.AddSeed ? 3 : 0))
            yield return ("point", "a point of three numbers belongs to kind add-seed, and to no other");
        if (edit.Seeds.Length != (kind == LabelEditKind.Split ? 2 : 0))
            yield return ("seeds", "two seeds belong to kind split, and to no other");
        for (int s = 0; s < edit.Seeds.Length; s++)
        {
            if (NoFdi(edit.Seeds[s].Fdi) is { } badSeed)
                yield return ($"seeds[{s}].fdi", badSeed);
            if (edit.Seeds[s].Point.Length != 3)
                yield return ($"seeds[{s}].point", "a point has three numbers");
        }

        if (edit.Seeds.Length == 2 && edit.Seeds[0].Fdi == edit.Seeds[1].Fdi)
            yield return ("seeds[1].fdi", "two teeth have two numbers");
        bool draws = kind == LabelEditKind.RedrawBorder;
        if (draws ? edit.Border.Length is < 3 or > BorderPointsMax : edit.Border.Length > 0)
            yield return ("border", $"a closed line of 3 to {BorderPointsMax} points belongs to kind redraw-border, and to no other");
        for (int p = 0; p < Math.Min(edit.Border.Length, BorderPointsMax); p++)
        {
            if (edit.Border[p].Length != 3)
                yield return ($"border[{p}]", "a point has three numbers");
        }
    }

    private static string? NoFdi(int fdi) => ToothId.TryFromFdi(fdi, out _) ? null : $"{fdi} is no FDI number";
}
