using System.Collections.Immutable;
using System.Text.Json;
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
    public const string Placeholder = PageTemplate.Placeholder;

    /// <summary>
    /// The template this assembly was built with, or a problem where it was built before the page: then run
    /// <c>npm ci &amp;&amp; npm run build</c> in <c>web/</c> and build again.
    /// </summary>
    public static Result<string> Template() => PageTemplate.Read("review.html");

    /// <summary>The page: the template with the plan, its meshes and its movements in it.</summary>
    /// <param name="template">Text of <c>web/dist/review.html</c>; has <see cref="Placeholder"/> exactly once.</param>
    /// <param name="data">What to show. Linear in its size.</param>
    public static string Build(string template, ReviewData data) => PageTemplate.Fill(template, Json(data));

    /// <summary>The data as the page reads it (web/src/data/contract.ts).</summary>
    internal static string Json(ReviewData data) => JsonSerializer.Serialize(
        new PageData(
            SchemaId,
            data.Plan,
            [.. data.Teeth.OrderBy(t => t.Id).Select(t => new PageTooth(t.Id.Fdi, PackedMesh.Of(t.Mesh)))],
            [.. data.Attachments.Select(PackedMesh.Of)],
            [.. data.Gingivae.OrderBy(g => g.Jaw).Select(PackedGingiva.Of)],
            ReviewMovements.Of(data.Plan)),
        PageTemplate.JsonOptions);

    private sealed record PageData(
        string Schema,
        PlanDocument Plan,
        ImmutableArray<PageTooth> Teeth,
        ImmutableArray<PackedMesh> Attachments,
        ImmutableArray<PackedGingiva> Gingivae,
        ImmutableArray<ToothMovements> Movements);

    private sealed record PageTooth(int Fdi, PackedMesh Mesh);
}
