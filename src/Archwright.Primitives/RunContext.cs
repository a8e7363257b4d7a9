namespace Archwright.Primitives;

/// <summary>
/// What every stage of the pipeline is given beside its input and options: progress, cancellation, thread count and
/// the seeded random source. Results never depend on <see cref="Threads"/>.
/// </summary>
/// <threadsafety>Safe to use from several threads; <see cref="Random"/> gives each caller its own source.</threadsafety>
public sealed class RunContext
{
    private readonly Action<StageProgress>? _report;
    private readonly ulong _seed;

    /// <summary>A context; by default silent, never cancelled, one thread per core as given, seed 1.</summary>
    public RunContext(int threads = 1, ulong seed = 1, Action<StageProgress>? report = null, CancellationToken cancel = default)
    {
        Preconditions.Require(threads >= 1, "at least one thread does the work");
        Threads = threads;
        _seed = seed;
        _report = report;
        Cancel = cancel;
    }

    /// <summary>Upper bound of threads used by <see cref="For"/>.</summary>
    public int Threads { get; }

    /// <summary>Set when the person has asked to stop; long loops observe it at least every 100 ms.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Tells the person how far a stage has come.</summary>
    public void Report(string stage, double fraction, string? note = null) =>
        _report?.Invoke(new StageProgress(stage, fraction, note));

    /// <summary>A random source for one named purpose, independent of call order and thread count.</summary>
    public SeededRandom Random(string purpose) => new SeededRandom(_seed).Fork(purpose);

    /// <summary>
    /// Runs <paramref name="body"/> for 0 … <paramref name="count"/> − 1 on up to <see cref="Threads"/> threads. Each call
    /// writes only its own slot of a result array; the caller reduces in index order, so the outcome is the same on any
    /// number of threads.
    /// </summary>
    public void For(int count, Action<int> body)
    {
        if (Threads == 1 || count <= 1)
        {
            for (int i = 0; i < count; i++)
            {
                Cancel.ThrowIfCancellationRequested();
                body(i);
            }

            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Cancel }, body);
    }
}

/// <summary>How far a stage of the pipeline has come.</summary>
/// <param name="Stage">The stage's name, as in code, CLI, log and docs.</param>
/// <param name="Fraction">0 at the start, 1 at the end.</param>
/// <param name="Note">What is being worked on, where that helps.</param>
public readonly record struct StageProgress(string Stage, double Fraction, string? Note);
