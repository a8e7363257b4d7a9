using System.Collections.Immutable;
using System.Globalization;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>What the catalogue says of a rule.</summary>
/// <param name="Id">Family and number, never reused: MOV001.</param>
/// <param name="Name">The problem: ToothMovesTooFast.</param>
/// <param name="Family">movement, collision, ipr, staging, records, clinical or plan.</param>
/// <param name="Severity">Severity of its findings.</param>
/// <param name="Summary">What it checks, one measurable sentence.</param>
/// <param name="Requirements">Requirement ids it serves.</param>
/// <param name="Evidence">Evidence grade: S, M, D, user or engineering.</param>
/// <param name="Sources">Citations; the first is where the limit comes from.</param>
/// <param name="Dissent">Where sources disagree; empty where none is known.</param>
public sealed record RuleInfo(
    string Id,
    string Name,
    string Family,
    FindingSeverity Severity,
    string Summary,
    ImmutableArray<string> Requirements,
    string Evidence,
    ImmutableArray<string> Sources,
    string Dissent)
{
    /// <summary>Preferences that hold its thresholds, as category.option; empty where it has none.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>
    /// False where a finding says that the plan cannot be carried out or checked at all: the treating doctor may decide against a
    /// limit, but no signature makes such a plan one that can be made (CHK-07).
    /// </summary>
    public bool MayBeWaived { get; init; } = true;

    /// <summary>The root-cause group of its findings (CHK-11); by default that of its family.</summary>
    public RootCause RootCause { get; init; } = RootCauseGroup.OfFamily(Family);

    /// <summary>A finding of this rule.</summary>
    internal Finding Finding(
        string message,
        ToothId? tooth = null,
        ToothId? other = null,
        int? stage = null,
        double? measured = null,
        double? limit = null,
        string? unit = null) => new()
        {
            Rule = Id,
            Severity = Severity,
            Tooth = tooth?.Fdi,
            Other = other?.Fdi,
            Stage = stage,
            Measured = Rounded(measured),
            Limit = Rounded(limit),
            Unit = unit,
            Message = message,
            Source = Sources[0],
        };

    /// <summary>A number as findings print it: up to three decimals.</summary>
    internal static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    // The last bits of a computation never decide a byte of a plan.
    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 6) + 0.0 : null;
}
