using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Archwright.Dental;
using Archwright.Formats;

namespace Archwright.Conventions.Tests;

/// <summary>Writes the generated parts of docs/preferences.md from the records and the shipped presets.</summary>
internal static partial class PreferencesPage
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>A table of options per category.</summary>
    public static string Options()
    {
        Dictionary<string, string> summaries = Summaries();
        var text = new StringBuilder();
        foreach (IGrouping<string, PreferenceOption> category in PreferenceCatalogue.All.GroupBy(o => o.Category))
        {
            PreferenceOption first = category.First();
            text.Append(Invariant, $"### {first.CategoryTitle} (`{first.Category}`)\n\nSteers {first.Steers}.\n\n");
            text.Append("| option | what it says | default | unit | allowed | usual | source |\n|---|---|---|---|---|---|---|\n");
            foreach (PreferenceOption o in category)
            {
                string[] cells =
                [
                    $"`{o.Path}`", summaries[o.DocumentationId], PreferenceOption.Text(o.Default), o.Unit, Allowed(o), Usual(o), o.Source,
                ];
                text.Append("| ").Append(string.Join(" | ", cells.Select(c => c.Replace("|", "/", StringComparison.Ordinal)))).Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The shipped presets and what each changes.</summary>
    public static string Presets()
    {
        var text = new StringBuilder();
        foreach (IGrouping<PresetKind, PreferencePreset> kind in PresetFiles.Shipped.GroupBy(p => p.Kind).OrderBy(g => g.Key))
        {
            foreach (PreferencePreset preset in kind)
            {
                text.Append(Invariant, $"### {preset.Title} (`{preset.Id}`)\n\n{PreferenceOption.Text(kind.Key)}");
                text.Append(Invariant, $"{(preset.Extends is null ? "" : $", extends `{preset.Extends}`")}. {preset.Summary}\n\n");
                if (preset.Options.IsEmpty)
                    continue;
                text.Append("| option | value | base |\n|---|---|---|\n");
                foreach (PreferenceOption o in PreferenceCatalogue.All.Where(o => preset.Options.ContainsKey(o.Path)))
                {
                    text.Append(Invariant, $"| `{o.Path}` | {PreferenceOption.Text(preset.Options[o.Path])} | {PreferenceOption.Text(o.Default)} |\n");
                }

                text.Append(Invariant, $"\nSource: {preset.Source}.\n\n");
            }
        }

        return text.ToString();
    }

    private static string Allowed(PreferenceOption o) => o.Range is { } range ? $"{range.HardMin.ToString(Invariant)} – {range.HardMax.ToString(Invariant)}"
        : !o.Words.IsEmpty ? string.Join(", ", o.Words)
        : o.ValueType == typeof(bool) ? "true, false"
        : "words";

    private static string Usual(PreferenceOption o) => o.Range is not { } range ? ""
        : (double.IsNaN(range.SoftMin), double.IsNaN(range.SoftMax)) switch
        {
            (true, true) => "",
            (true, false) => $"to {range.SoftMax.ToString(Invariant)}",
            (false, true) => $"from {range.SoftMin.ToString(Invariant)}",
            _ => $"{range.SoftMin.ToString(Invariant)} – {range.SoftMax.ToString(Invariant)}",
        };

    // The summaries that stand on the properties, as the command line embeds them.
    private static Dictionary<string, string> Summaries()
    {
        using Stream stream = Repository.Load("Cli").GetManifestResourceStream("Archwright.Dental.xml")!;
        return XDocument.Load(stream).Descendants("member").ToDictionary(
            m => m.Attribute("name")!.Value, m => Blanks().Replace(m.Element("summary")?.Value ?? "", " ").Trim(), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
