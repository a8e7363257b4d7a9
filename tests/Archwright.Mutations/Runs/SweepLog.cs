namespace Archwright.Mutations.Runs;

/// <summary>A file of outcomes, one a line, so that a long sweep may be stopped and taken up again.</summary>
internal sealed class SweepLog
{
    private readonly string _path;

    public SweepLog(string path)
    {
        _path = path;
        Earlier = File.Exists(path) ? [.. File.ReadLines(path).Select(ReportLines.Read).OfType<Outcome>().DistinctBy(o => o.Index)] : [];
    }

    /// <summary>What the file held when it was opened.</summary>
    public IReadOnlyList<Outcome> Earlier { get; }

    /// <summary>The first number from <paramref name="from"/> on that the file did not hold.</summary>
    public int FirstMissing(int from)
    {
        HashSet<int> done = [.. Earlier.Select(o => o.Index)];
        while (done.Contains(from))
            from++;
        return from;
    }

    public void Add(Outcome outcome) => File.AppendAllText(_path, ReportLines.Line(outcome) + "\n");
}
