using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>
    /// A page that was built before, showing another standing: what a person has signed since. A problem where the text is no page of
    /// this version.
    /// </summary>
    /// <param name="page">Text of a review.html.</param>
    /// <param name="standing">How the plan stands now.</param>
    public static Result<string> WithStanding(string page, PlanStanding standing)
    {
        const string begin = "id=\"archwright-data\">";
        int element = page.IndexOf(begin, StringComparison.Ordinal);
        int end = element < 0 ? -1 : page.IndexOf("</script>", element, StringComparison.Ordinal);
        int from = end < 0 ? -1 : page.IndexOf('{', element, end - element);
        int to = from < 0 ? -1 : page.LastIndexOf('}', end, end - from) + 1;
        try
        {
            if (to > from && JsonNode.Parse(page[from..to]) is JsonObject data && data["schema"]?.GetValue<string>() == SchemaId)
            {
                data["standing"] = JsonSerializer.SerializeToNode(standing, PageTemplate.JsonOptions);
                return Result<string>.Ok(string.Concat(page.AsSpan(0, from), data.ToJsonString(PageTemplate.JsonOptions), page.AsSpan(to)));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // falls through: whatever it is, it is no page of ours
        }

        return Result<string>.Fail(Problem.Error("review-page-unknown", "the file is no review page of this version", PlanFolder.ReviewName));
    }

    /// <summary>The data as the page reads it (web/src/data/contract.ts).</summary>
    internal static string Json(ReviewData data) => JsonSerializer.Serialize(
        new PageData(
            SchemaId,
            data.Plan,
            data.Standing,
            [.. data.Teeth.OrderBy(t => t.Id).Select(t => new PageTooth(t.Id.Fdi, PackedMesh.Of(t.Mesh)))],
            [.. data.Attachments.Select(PackedMesh.Of)],
            [.. data.Roots.Select(r => new PageTooth(r.Id.Fdi, PackedMesh.Of(r.Mesh)))],
            [.. data.Gingivae.OrderBy(g => g.Jaw).Select(PackedGingiva.Of)],
            ReviewMovements.Of(data.Plan)),
        PageTemplate.JsonOptions);

    private sealed record PageData(
        string Schema,
        PlanDocument Plan,
        PlanStanding Standing,
        ImmutableArray<PageTooth> Teeth,
        ImmutableArray<PackedMesh> Attachments,
        ImmutableArray<PageTooth> Roots,
        ImmutableArray<PackedGingiva> Gingivae,
        ImmutableArray<ToothMovements> Movements);

    private sealed record PageTooth(int Fdi, PackedMesh Mesh);
}
