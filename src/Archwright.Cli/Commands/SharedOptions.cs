using System.CommandLine;
using System.Globalization;
using Archwright.Dental;

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
        TakesWholeNumber(option, 1, int.MaxValue, "a whole number from 1");
        return option;
    }

    /// <summary>Refuses what is no whole number of a range.</summary>
    public static void TakesWholeNumber(Option<int> option, int least, int most, string says) => Takes(
        option,
        word => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) && n >= least && n <= most,
        says);

    /// <summary>Refuses what is no number of a range.</summary>
    public static void TakesNumber(Option<double?> option, double least, double most, string says) => Takes(
        option,
        word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) && n >= least && n <= most,
        says);

    /// <summary>Some permanent teeth, by their numbers.</summary>
    public static Option<int[]> Teeth(string name, string description)
    {
        var option = new Option<int[]>(name) { Description = description, AllowMultipleArgumentsPerToken = true };
        Takes(
            option,
            word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int fdi) && fdi <= 48 && ToothId.TryFromFdi(fdi, out _),
            "FDI numbers of permanent teeth, 11 to 48");
        return option;
    }

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

    // the words are read here: asking the parser for a value it could not read would throw
    private static void Takes(Option option, Func<string, bool> isRight, string says) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(t => !isRight(t.Value)))
            result.AddError($"{option.Name} takes {says}");
    });
}
