using System.CommandLine;
using System.Globalization;

namespace Archwright.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class SharedOptions
{
    /// <summary>JSON on standard output instead of text.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON to standard output." };

    /// <summary>A practice's own presets beside the shipped ones.</summary>
    public static Option<string?> Presets() => new("--presets") { Description = "Folder with a practice's own presets (*.json)." };

    /// <summary>Number of threads; results never depend on it.</summary>
    public static Option<int> Threads()
    {
        var option = new Option<int>("--threads")
        {
            Description = "Threads to use; the result is the same on any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        Within(option, 1, int.MaxValue, "--threads takes a whole number from 1");
        return option;
    }

    /// <summary>Refuses what is no number of a range; the word is read here, since validators run on words that are no number at all too.</summary>
    public static void Within(Option option, double least, double most, string message) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(t => !double.TryParse(t.Value, CultureInfo.InvariantCulture, out double value) || !(value >= least && value <= most)))
            result.AddError(message);
    });

    /// <summary>Refuses an empty name and one no file can have, before any work is done.</summary>
    public static void NeedsAName(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value) || t.Value.Contains('\0', StringComparison.Ordinal)))
            result.AddError($"{option.Name} takes the name of a file or folder");
    });

    /// <summary>Folder that is written whole or not at all.</summary>
    public static Option<string> Output(string description, string? fallback = null)
    {
        var option = new Option<string>("--output", "-o") { Description = description, Required = fallback is null };
        if (fallback is not null)
            option.DefaultValueFactory = _ => fallback;
        return option;
    }
}
