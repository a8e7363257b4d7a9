using System.CommandLine;
using System.Reflection;
using Archwright.Rules;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright explain RULE</c>: the page of a rule, or the catalogue.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var rule = new Argument<string?>("rule")
        {
            Description = "Rule id, for example MOV001; none lists all rules.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("explain", "Print what a rule checks, why, its limit and its sources.") { rule };
        command.SetAction(parsed => Run(parsed.GetValue(rule)));
        return command;
    }

    private static int Run(string? id)
    {
        if (id is null)
        {
            foreach (IRule rule in RuleCatalogue.All)
                Console.WriteLine($"{rule.Info.Id}  {rule.Info.Severity,-8} {rule.Info.RootCause,-10} {rule.Info.Name}: {rule.Info.Summary}");
            return ExitCode.Ok;
        }

        if (Page(id.ToUpperInvariant()) is string page)
        {
            Console.WriteLine(page);
            return ExitCode.Ok;
        }

        Console.Error.WriteLine($"archwright: no rule {id}; archwright explain lists them all");
        return ExitCode.WrongUsage;
    }

    // The pages under docs/rules are embedded at build time, so that help needs no network and no checkout.
    private static string? Page(string id)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"rules/{id}.md");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
