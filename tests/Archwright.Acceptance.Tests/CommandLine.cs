using System.Diagnostics;

namespace Archwright.Acceptance.Tests;

/// <summary>Runs the real command line tool as a person would: its own process, exit code, output and error.</summary>
internal static class CommandLine
{
    /// <summary>The tool that ./test has published for people to run, or, where tests run alone, the one built with them.</summary>
    private static readonly string _tool =
        Environment.GetEnvironmentVariable("ARCHWRIGHT_TOOL") ?? Path.Combine(AppContext.BaseDirectory, "archwright.dll");

    public static Outcome Archwright(params string[] arguments) => Run("dotnet", [_tool, .. arguments]);

    public static Outcome Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.Result);
    }

    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
