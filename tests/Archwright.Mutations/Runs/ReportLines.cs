using System.Text.Json;

namespace Archwright.Mutations.Runs;

/// <summary>How a worker tells the sweep what it does: one line of JSON each, on the standard output it was started with.</summary>
internal static class ReportLines
{
    private static readonly TextWriter Out = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });

    public static void Begin(int index) => Out.WriteLine($"begin {index}");

    public static void Write(Outcome outcome) => Out.WriteLine(Line(outcome));

    public static string Line(Outcome outcome) => JsonSerializer.Serialize(outcome);

    public static Outcome? Read(string line) => line.StartsWith('{') ? JsonSerializer.Deserialize<Outcome>(line) : null;

    public static int? Begun(string line) => line.StartsWith("begin ", StringComparison.Ordinal) ? int.Parse(line[6..]) : null;
}
