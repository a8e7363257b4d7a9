using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats.Review;

/// <summary>
/// review.html: a plan to look at, one file without network or server. The page itself is built in <c>web/</c> as a template
/// with one place for data; this class fills that place. The same template and data give the same bytes.
/// </summary>
public static class ReviewPage
{
    /// <summary>Schema of the data in the page.</summary>
    public const string SchemaId = "archwright.review/1";

    /// <summary>What stands in the template where the data goes; exactly once.</summary>
    public const string Placeholder = "__ARCHWRIGHT_REVIEW_DATA__";

    private const string ResourceName = "Archwright.Formats.Review.review.html";

    // Words and names as in our files, without the blanks. The default encoder writes <, > and & as \u003C and so on: no text
    // of a case can end the script element it stands in. The page counts on every name, so nulls are written.
    private static readonly JsonSerializerOptions Options = new(StrictJson.Options)
    {
        WriteIndented = false,
        Encoder = JavaScriptEncoder.Default,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>
    /// The template this assembly was built with, or a problem where it was built before the page: then run
    /// <c>npm ci &amp;&amp; npm run build</c> in <c>web/</c> and build again.
    /// </summary>
    public static Result<string> Template()
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName);
        if (stream is null)
        {
            return Result<string>.Fail(Problem.Error(
                "review-template-missing",
                "this build holds no page template: web/dist/review.html had not been built before it",
                "review.html"));
        }

        using StreamReader reader = new(stream);
        return Result<string>.Ok(reader.ReadToEnd());
    }

    /// <summary>The page: the template with the plan, its meshes and its movements in it.</summary>
    /// <param name="template">Text of <c>web/dist/review.html</c>; has <see cref="Placeholder"/> exactly once.</param>
    /// <param name="data">What to show. Linear in its size.</param>
    public static string Build(string template, ReviewData data)
    {
        int at = template.IndexOf(Placeholder, StringComparison.Ordinal);
        Preconditions.Require(
            at >= 0 && template.IndexOf(Placeholder, at + 1, StringComparison.Ordinal) < 0,
            "the template has one place for data");
        return string.Concat(template.AsSpan(0, at), Json(data), template.AsSpan(at + Placeholder.Length));
    }

    /// <summary>The data as the page reads it (web/src/data/contract.ts).</summary>
    internal static string Json(ReviewData data) => JsonSerializer.Serialize(
        new PageData(
            SchemaId,
            data.Plan,
            [.. data.Teeth.OrderBy(t => t.Id).Select(t => new PageTooth(t.Id.Fdi, PackedMesh.Of(t.Mesh)))],
            [.. data.Attachments.Select(PackedMesh.Of)],
            [.. data.Gingivae.OrderBy(g => g.Jaw).Select(PackedGingiva.Of)],
            ReviewMovements.Of(data.Plan)),
        Options);

    private sealed record PageData(
        string Schema,
        PlanDocument Plan,
        ImmutableArray<PageTooth> Teeth,
        ImmutableArray<PackedMesh> Attachments,
        ImmutableArray<PackedGingiva> Gingivae,
        ImmutableArray<ToothMovements> Movements);

    private sealed record PageTooth(int Fdi, PackedMesh Mesh);
}
