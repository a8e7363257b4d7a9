using System.Text.RegularExpressions;
using Archwright.Dental;

namespace Archwright.Formats;

/// <summary>
/// Which arch a scan shows, by the name scanners and their software export it under: <c>UpperJawScan</c> (3Shape), <c>…_shell_occlusion_u</c>
/// (iTero, OrthoCAD), <c>…-upperjaw</c>, <c>…-UpperJaw</c> (Medit, exocad), <c>maxillary_export</c> (Ortho Analyzer), <c>Maxilla</c>, <c>Oberkiefer</c>.
/// A name that speaks of both jaws, of a bite or of a preparation tells none.
/// </summary>
internal static partial class ScannerFileNames
{
    private static readonly string[] Upper = ["upper", "maxilla", "maxillary", "oberkiefer", "superior"];
    private static readonly string[] Lower = ["lower", "mandible", "mandibula", "mandibular", "mandibulary", "unterkiefer", "inferior"];
    private static readonly string[] NoArch = ["bite", "buccal", "situ", "preop", "preparation", "prep", "antagonist", "scanbody", "attachments"];

    /// <summary>The jaw, or null where the name does not tell.</summary>
    public static Jaw? JawOf(string path)
    {
        string[] words = WordsOf(path);
        if (IsNoArch(path))
            return null;
        string last = words.Length > 1 ? words[^1] : "";
        bool upper = words.Any(w => Upper.Contains(w)) || last == "u";
        bool lower = words.Any(w => Lower.Contains(w)) || last == "l";
        return upper == lower ? null : upper ? Jaw.Upper : Jaw.Lower;
    }

    /// <summary>True where the name says that it is no arch: a bite, a preparation.</summary>
    public static bool IsNoArch(string path) => WordsOf(path).Any(w => NoArch.Contains(w));

    // "1574 UpperJawScan_2" is 1574, upper, 2: jaw and scan say nothing more
    private static string[] WordsOf(string path) =>
    [
        .. Word().Matches(Path.GetFileNameWithoutExtension(path)).Select(m => m.Value.ToUpperInvariant())
            .SelectMany(w => w.Split(["JAWSCAN", "SCAN", "JAW"], StringSplitOptions.RemoveEmptyEntries)).Select(w => w.ToLowerInvariant()),
    ];

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
