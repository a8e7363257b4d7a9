using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archwright.Primitives;

namespace Archwright.Formats.Review;

/// <summary>Pages built in <c>web/</c>: one file each, with one place for data. The same template and data give the same bytes.</summary>
internal static class PageTemplate
{
    /// <summary>What stands in a template where the data goes; exactly once.</summary>
    public const string Placeholder = "__ARCHWRIGHT_REVIEW_DATA__";

    /// <summary>
    /// Words and names as in our files, without the blanks. The default encoder writes &lt;, &gt; and &amp; as \u003C and so on: no text
    /// of a case can end the script element it stands in. Pages count on every name, so nulls are written.
    /// </summary>
    public static JsonSerializerOptions JsonOptions { get; } = new(StrictJson.Options)
    {
        WriteIndented = false,
        Encoder = JavaScriptEncoder.Default,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>The template this assembly was built with, or a problem where it was built before the page.</summary>
    public static Result<string> Read(string page)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Archwright.Formats.Review." + page);
        if (stream is null)
        {
            return Result<string>.Fail(Problem.Error(
                "review-template-missing", $"this build holds no page template: web/dist/{page} had not been built before it", page));
        }

        using StreamReader reader = new(stream);
        return Result<string>.Ok(reader.ReadToEnd());
    }

    /// <summary>The page: the template with the data in its place.</summary>
    public static string Fill(string template, string json)
    {
        int at = template.IndexOf(Placeholder, StringComparison.Ordinal);
        Preconditions.Require(
            at >= 0 && template.IndexOf(Placeholder, at + 1, StringComparison.Ordinal) < 0,
            "the template has one place for data");
        return string.Concat(template.AsSpan(0, at), json, template.AsSpan(at + Placeholder.Length));
    }
}
