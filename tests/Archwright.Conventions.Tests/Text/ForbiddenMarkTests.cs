using System.Text.RegularExpressions;

namespace Archwright.Conventions.Tests;

/// <summary>What never lands: unfinished marks, paths of one machine, files too long to read.</summary>
public class ForbiddenMarkTests
{
    private const int MaxLines = 350;

    // Put together at run time so that this file does not hold what it forbids.
    private static readonly string[] Marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception", "XX" + "X:"];

    private static readonly string[] MachinePaths = ["/tm" + "p/", "/ho" + "me/", "/wo" + "rk/", "/ro" + "ot/", "C:" + "\\\\", "/Us" + "ers/"];

    [Fact]
    public void No_unfinished_mark()
    {
        var pattern = new Regex($@"\b({string.Join('|', Marks.Select(Regex.Escape))})\b", RegexOptions.None, TimeSpan.FromSeconds(5));

        Hits(pattern, "src", "tests", "bench", "docs", "eng").ShouldBeEmpty();
    }

    [Fact]
    public void No_path_of_one_machine()
    {
        var pattern = new Regex($@"(?<![\w.])({string.Join('|', MachinePaths.Select(Regex.Escape))})", RegexOptions.None, TimeSpan.FromSeconds(5));

        Hits(pattern, "src", "tests", "bench", "docs", "eng").ShouldBeEmpty();
    }

    [Fact]
    public void No_source_file_is_longer_than_350_lines()
    {
        Repository.TextFiles("src")
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => (File: f, Lines: Repository.Read(f).Count(c => c == '\n')))
            .Where(f => f.Lines > MaxLines)
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_test_is_skipped_for_good()
    {
        var pattern = new Regex(@"(Fact|Theory)\(\s*Skip\s*=", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

        Hits(pattern, "tests").ShouldBeEmpty();
    }

    private static List<string> Hits(Regex pattern, params string[] folders)
    {
        var hits = new List<string>();
        foreach (string file in folders.SelectMany(f => Repository.TextFiles(f)))
        {
            string[] lines = Repository.Read(file).Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                if (lines[i].Length < 10_000 && pattern.IsMatch(lines[i]))
                    hits.Add($"{file}:{i + 1}: {lines[i].Trim()}");
            }
        }

        return hits;
    }
}
