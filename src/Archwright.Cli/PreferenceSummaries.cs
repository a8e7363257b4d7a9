using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>What each option means, from the summaries on the records' properties: they are embedded at build time.</summary>
internal static partial class PreferenceSummaries
{
    private static readonly Dictionary<string, string> ById = Read();

    /// <summary>The summary of an option, on one line.</summary>
    public static string Of(PreferenceOption option) => ById.GetValueOrDefault(option.DocumentationId, "");

    private static Dictionary<string, string> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Archwright.Dental.xml")!;
        return XDocument.Load(stream).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, m => Blanks().Replace(m.Element("summary")?.Value ?? "", " ").Trim(), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
