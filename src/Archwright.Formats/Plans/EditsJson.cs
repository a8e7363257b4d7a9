using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>A file of staged edits, schema <c>archwright.edits/1</c> (docs/formats/edits.schema.json): strict.</summary>
public static class EditsJson
{
    /// <summary>Reads a file; see the overload.</summary>
    public static Result<StagingEdits> ReadFile(string path, FormatLimits? limits = null)
    {
        limits ??= FormatLimits.Default;
        string name = Path.GetFileName(path);
        Result<FileBytes> file = FileBytes.Read(path, name, limits.JsonBytesMax);
        return file.IsOk ? Read(name, file.Value.Content, limits) : Result<StagingEdits>.Fail(file.Problems);
    }

    /// <summary>Reads and checks edits: FDI numbers, stages in order, who and why.</summary>
    public static Result<StagingEdits> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits? limits = null)
    {
        Result<StagingEdits> read = StrictJson.Read<StagingEdits>(name, bytes, limits ?? FormatLimits.Default);
        if (read.Value is not { } edits)
            return read;
        Problem[] problems = [.. Check(name, edits)];
        return problems.Length == 0 ? read : Result<StagingEdits>.Fail([.. problems]);
    }

    private static IEnumerable<Problem> Check(string name, StagingEdits edits)
    {
        if (edits.Schema != StagingEdits.SchemaId)
            yield return Problem.Error("edit-value", $"the schema is not {StagingEdits.SchemaId}", $"{name}, $.schema");
        for (int i = 0; !edits.Edits.IsDefault && i < edits.Edits.Length; i++)
        {
            Problem Bad(string key, string message) => Problem.Error("edit-value", message, $"{name}, $.edits[{i}].{key}");
            if (edits.Edits[i] is not { } edit)
            {
                yield return Problem.Error("edit-value", "an edit is missing", $"{name}, $.edits[{i}]");
                continue;
            }

            bool span = edit.Kind is EditKind.Hold or EditKind.Order;
            if (!ToothId.TryFromFdi(edit.Fdi, out _))
                yield return Bad("fdi", $"{edit.Fdi} is no FDI number");
            if (edit.From < 1)
                yield return Bad("from", "stages begin with 1");
            if (span && edit.To < edit.From)
                yield return Bad("to", "the last stage is not before the first");
            if (edit.Order.IsDefault || (edit.Kind == EditKind.Order) == edit.Order.IsEmpty)
                yield return Bad("order", "an order of movements belongs to kind order, and to no other");
            if (string.IsNullOrWhiteSpace(edit.By))
                yield return Bad("by", "an edit names the person");
            if (string.IsNullOrWhiteSpace(edit.Why))
                yield return Bad("why", "an edit names its reason");
        }
    }
}
