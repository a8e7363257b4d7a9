using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>What a plan's poses say of one preference.</summary>
internal static class Verdict
{
    /// <summary>Poses in files are rounded to 1e-9; a limit met exactly may read as 1 + 1e-8.</summary>
    public const double Rounding = 1e-6;

    public static PreferenceEvidence Obeyed(string name, string evidence) => Of(name, "obeyed", evidence);

    public static PreferenceEvidence Broken(string name, string evidence) => Of(name, "broken", evidence);

    public static PreferenceEvidence NotApplicable(string name, string evidence) => Of(name, "not-applicable", evidence);

    public static PreferenceEvidence Judge(string name, bool obeyed, string evidence) => Of(name, obeyed ? "obeyed" : "broken", evidence);

    /// <summary>A number as evidence prints it: up to two decimals.</summary>
    public static string Text(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static PreferenceEvidence Of(string name, string state, string evidence) => new() { Name = name, State = state, Evidence = evidence };
}
