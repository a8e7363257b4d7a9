using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// What persons have decided about a plan, beside it: signed waivers (docs/formats/waivers.schema.json) and the recorded review
/// (docs/formats/review-answers.schema.json). Strict; whether a signature counts is not asked here.
/// </summary>
public static class DecisionsJson
{
    /// <summary>The waivers' bytes.</summary>
    public static byte[] Write(PlanWaivers waivers) => StrictJson.Write(waivers);

    /// <summary>The review's bytes.</summary>
    public static byte[] Write(PlanReview review) => StrictJson.Write(review);

    /// <summary>Reads waivers.json; a file that is not there is a problem.</summary>
    public static Result<PlanWaivers> ReadWaivers(string path, FormatLimits? limits = null) =>
        Read<PlanWaivers>(path, PlanWaivers.SchemaId, w => w.Schema, limits);

    /// <summary>Reads a review; a file that is not there is a problem.</summary>
    public static Result<PlanReview> ReadReview(string path, FormatLimits? limits = null) =>
        Read<PlanReview>(path, PlanReview.SchemaId, r => r.Schema, limits);

    private static Result<T> Read<T>(string path, string schema, Func<T, string> schemaOf, FormatLimits? limits)
        where T : class
    {
        limits ??= FormatLimits.Default;
        string name = Path.GetFileName(path);
        Result<FileBytes> file = FileBytes.Read(path, name, limits.JsonBytesMax);
        if (file.Value is not { } bytes)
            return Result<T>.Fail(file.Problems);
        Result<T> read = StrictJson.Read<T>(name, bytes.Content, limits);
        return read.Value is { } value && schemaOf(value) != schema
            ? Result<T>.Fail([Problem.Error("schema-unknown", $"the schema is not {schema}", $"{name}, $.schema")])
            : read;
    }
}
