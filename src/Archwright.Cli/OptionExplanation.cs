using System.Globalization;
using System.Text;
using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>One option explained, as text and as JSON.</summary>
internal sealed record OptionExplanation
{
    public required string Option { get; init; }

    public required string Summary { get; init; }

    public required object Value { get; init; }

    public required string SetBy { get; init; }

    public required string SetByVersion { get; init; }

    public required object Default { get; init; }

    public string? Unit { get; init; }

    public double? HardMin { get; init; }

    public double? HardMax { get; init; }

    public double? SoftMin { get; init; }

    public double? SoftMax { get; init; }

    public string[]? OneOf { get; init; }

    public required string Source { get; init; }

    public required string Category { get; init; }

    public required string Steers { get; init; }

    public static OptionExplanation Of(PreferenceOption option, ResolvedPreferences resolved)
    {
        PreferencePreset origin = resolved.OriginOf(option.Path);
        return new OptionExplanation
        {
            Option = option.Path,
            Summary = PreferenceSummaries.Of(option),
            Value = option.Get(resolved.Values),
            SetBy = origin.Id,
            SetByVersion = origin.Version,
            Default = option.Default,
            Unit = option.Range?.Unit,
            HardMin = option.Range?.HardMin,
            HardMax = option.Range?.HardMax,
            SoftMin = Known(option.Range?.SoftMin),
            SoftMax = Known(option.Range?.SoftMax),
            OneOf = option.Words.IsEmpty ? null : [.. option.Words],
            Source = origin.Options.ContainsKey(option.Path) && origin.Source.Length > 0 ? origin.Source : option.Source,
            Category = option.CategoryTitle,
            Steers = option.Steers,
        };
    }

    public string ToText()
    {
        CultureInfo c = CultureInfo.InvariantCulture;
        var text = new StringBuilder();
        text.AppendLine(c, $"{Option} = {PreferenceOption.Text(Value)}{(Unit is null or "1" ? "" : " " + Unit)}    set by {SetBy} {SetByVersion}");
        text.AppendLine(c, $"  {Summary}");
        text.Append(c, $"  default {PreferenceOption.Text(Default)}");
        if (HardMin is not null)
            text.Append(c, $"; allowed {HardMin} – {HardMax}");
        if (SoftMin is not null || SoftMax is not null)
            text.Append(c, $"; usual {SoftMin ?? HardMin} – {SoftMax ?? HardMax}");
        if (OneOf is not null)
            text.Append(c, $"; of {string.Join(", ", OneOf)}");
        text.AppendLine();
        text.AppendLine(c, $"  source: {Source}");
        text.AppendLine(c, $"  {Category}, steers {Steers}");
        return text.ToString();
    }

    private static double? Known(double? value) => value is { } v && !double.IsNaN(v) ? v : null;
}
