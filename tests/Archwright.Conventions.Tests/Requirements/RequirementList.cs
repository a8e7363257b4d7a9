using System.Text.RegularExpressions;
using Archwright.Rules;

namespace Archwright.Conventions.Tests;

/// <summary>
/// The ids of the requirements, and where the house names them. Their wording stands beside the repository, not in it; here are
/// the families with how many each has, and which are promised by now.
/// </summary>
internal static partial class RequirementList
{
    /// <summary>Families in the order of the list: id, number of requirements, what they are about.</summary>
    public static IReadOnlyList<(string Family, int Count, string About)> Families { get; } =
    [
        ("REC", 15, "records and scan quality"),
        ("CLN", 13, "clinical findings and objectives"),
        ("VEL", 22, "movement limits per tray"),
        ("STG", 13, "macro- and micro-staging"),
        ("ANC", 7, "anchorage and Class II"),
        ("IPR", 10, "interproximal reduction"),
        ("ATT", 14, "attachments and auxiliaries"),
        ("OCC", 7, "torque, ramps, function"),
        ("EXP", 8, "expansion and bone"),
        ("OVC", 8, "overcorrection and the buffer for wear"),
        ("PRF", 10, "preferences"),
        ("CHK", 11, "checks"),
        ("REV", 10, "revision and review"),
        ("APR", 4, "approval"),
        ("RST", 2, "restorative work"),
        ("OUT", 4, "outputs"),
        ("MON", 9, "monitoring"),
        ("RFN", 8, "recovery and refinement"),
        ("ANL", 8, "analytics"),
        ("SVC", 12, "planning service"),
        ("PLT", 6, "platform"),
        ("EDU", 4, "help and teaching"),
    ];

    /// <summary>Every id.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Families.SelectMany(f => Enumerable.Range(1, f.Count).Select(n => $"{f.Family}-{n:00}"))];

    /// <summary>Ids that the engine and the planning of preferences, staging, attachments and outcome promise (issues 2 and 3).</summary>
    public static IReadOnlyList<string> Promised { get; } =
    [
        .. All.Where(id => id[..3] is "VEL" or "STG" or "ANC" or "IPR" or "ATT" or "OVC" or "PRF"
            || id is "OCC-01" or "OCC-02" or "OCC-03" or "OCC-04" or "OCC-05" or "OCC-06"
                or "EXP-01" or "EXP-02" or "EXP-03" or "REC-04" or "REC-14" or "REC-15" or "CLN-02" or "CLN-12" or "CLN-13" or "OUT-01" or "EDU-03"
            || (id[..3] == "CHK" && id != "CHK-09")),
    ];

    /// <summary>Files below a folder that name each id, a range (<c>VEL-08 … VEL-14</c>) naming all of it.</summary>
    public static ILookup<string, string> NamedIn(string folder)
    {
        HashSet<string> known = [.. All];
        return Repository.TextFiles(folder)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !f.Contains("/Requirements/", StringComparison.Ordinal))
            .SelectMany(f => Ids(Repository.Read(f)).Distinct().Where(known.Contains).Select(id => (Id: id, File: f)))
            .ToLookup(p => p.Id, p => p.File);
    }

    /// <summary>Rules that serve each id.</summary>
    public static ILookup<string, string> OfRules { get; } = RuleCatalogue.All
        .SelectMany(r => r.Info.Requirements.Select(id => (Id: id, Rule: r.Info.Id)))
        .ToLookup(p => p.Id, p => p.Rule);

    internal static IEnumerable<string> Ids(string text)
    {
        foreach (Match match in Range().Matches(text))
        {
            string family = match.Groups["from"].Value[..3];
            int from = int.Parse(match.Groups["from"].Value[4..], System.Globalization.CultureInfo.InvariantCulture);
            if (!match.Groups["to"].Success)
            {
                yield return match.Groups["from"].Value.Replace('_', '-');
                continue;
            }

            int to = int.Parse(match.Groups["to"].Value[^2..], System.Globalization.CultureInfo.InvariantCulture);
            for (int n = from; n <= to; n++)
                yield return $"{family}-{n:00}";
        }
    }

    // in a test's name the hyphen is an underscore: STG_06_intrusion_comes_first
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<from>[A-Z]{3}[-_][0-9]{2})(?: (?:…|to) (?<to>[A-Z]{3}-[0-9]{2}))?(?![A-Za-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();
}
