using System.CommandLine;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright preferences list|explain|diff|check</c>: the presets and what each option of theirs steers (PRF-06, PRF-10).</summary>
internal static class PreferencesCommand
{
    public static Command Create() => new("preferences", "The doctor's protocol: presets, what each option steers, differences, checks.")
    {
        List(), Explain(), Diff(), Check(),
    };

    private static Command List()
    {
        Option<string?> presets = SharedOptions.Presets();
        Option<bool> json = SharedOptions.Json();
        var command = new Command("list", "List the presets and what each extends.") { presets, json };
        command.SetAction(parsed => With(parsed.GetValue(presets), library =>
        {
            Print(parsed.GetValue(json), library.All, r => Console.WriteLine(
                $"{r.Id,-26} {PreferenceOption.Text(r.Kind),-14} {(r.Extends is null ? "" : "extends " + r.Extends),-34} {r.Title}: {r.Summary}"));
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Explain()
    {
        var what = new Argument<string?>("option")
        {
            Description = "Option (ipr.earliestStage) or category (ipr); none explains all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var preset = new Option<string>("--preset") { Description = "Preset id or file to resolve.", DefaultValueFactory = _ => "base" };
        Option<string?> presets = SharedOptions.Presets();
        Option<bool> json = SharedOptions.Json();
        var command = new Command("explain", "Value, unit, default, ranges, source, the preset that set it, the decision it steers.")
        {
            what, preset, presets, json,
        };
        command.SetAction(parsed => With(parsed.GetValue(presets), library =>
        {
            Result<ResolvedPreferences> resolved = PresetSources.Resolve(library, parsed.GetValue(preset)!, "--preset");
            RunDisplay.Print(resolved.Problems);
            if (!resolved.IsOk)
                return ExitCode.InputRefused;
            string? asked = parsed.GetValue(what);
            PreferenceOption[] options = [.. PreferenceCatalogue.All.Where(o => asked is null || Is(o.Path, asked) || Is(o.Category, asked))];
            if (options.Length == 0)
            {
                string hint = PreferenceCatalogue.Nearest(asked!) is { } near ? $"; {near} is near" : "";
                Console.Error.WriteLine($"archwright: no option or category {asked}{hint}");
                return ExitCode.WrongUsage;
            }

            Print(parsed.GetValue(json), options.Select(o => OptionExplanation.Of(o, resolved.Value)), e => Console.WriteLine(e.ToText()));
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Diff()
    {
        var a = new Argument<string>("a") { Description = "Preset id or file." };
        var b = new Argument<string>("b") { Description = "Preset id or file." };
        Option<string?> presets = SharedOptions.Presets();
        Option<bool> json = SharedOptions.Json();
        var command = new Command("diff", "Options whose resolved values differ between two presets.") { a, b, presets, json };
        command.SetAction(parsed => With(parsed.GetValue(presets), library =>
        {
            Result<ResolvedPreferences> left = PresetSources.Resolve(library, parsed.GetRequiredValue(a), "a");
            Result<ResolvedPreferences> right = PresetSources.Resolve(library, parsed.GetRequiredValue(b), "b");
            RunDisplay.Print(left.Problems.Concat(right.Problems).Where(p => p.Severity == ProblemSeverity.Error));
            if (!left.IsOk || !right.IsOk)
                return ExitCode.InputRefused;
            var rows = PreferenceDifferences.Of(left.Value, right.Value);
            Print(parsed.GetValue(json), rows, r => Console.WriteLine(
                $"{r.Option,-46} {PreferenceOption.Text(r.A)} ({r.FromA}) → {PreferenceOption.Text(r.B)} ({r.FromB}) {(r.Unit == "1" ? "" : r.Unit)}".TrimEnd()));
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string>("file") { Description = "Preset file, or the id of one at hand." };
        Option<string?> presets = SharedOptions.Presets();
        Option<bool> json = SharedOptions.Json();
        var command = new Command("check", "Check a preset with all it extends: unknown or contradicting options, ranges, circles. Exit 0 or 3.")
        {
            file, presets, json,
        };
        command.SetAction(parsed => With(parsed.GetValue(presets), library =>
        {
            Result<ResolvedPreferences> resolved = PresetSources.Resolve(library, parsed.GetRequiredValue(file), "file");
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    new { ok = resolved.IsOk, chain = resolved.Value?.Chain.Select(p => p.Id), problems = resolved.Problems }, JsonOutput.Options));
            }
            else
            {
                RunDisplay.Print(resolved.Problems);
                if (resolved.IsOk)
                    Console.WriteLine($"good: {string.Join(" → ", resolved.Value.Chain.Select(p => p.Id))}");
            }

            return resolved.IsOk ? ExitCode.Ok : ExitCode.InputRefused;
        }));
        return command;
    }

    private static int With(string? folder, Func<PresetLibrary, int> work)
    {
        Result<PresetLibrary> library = PresetSources.Library(folder);
        RunDisplay.Print(library.Problems);
        return library.IsOk ? work(library.Value) : ExitCode.InputRefused;
    }

    private static void Print<T>(bool json, IEnumerable<T> rows, Action<T> line)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, JsonOutput.Options));
            return;
        }

        foreach (T row in rows)
            line(row);
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

}
