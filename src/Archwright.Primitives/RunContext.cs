using System.Runtime.ExceptionServices;

namespace Archwright.Primitives;

/// <summary>
/// What every stage of the pipeline is given beside its input and options: progress, cancellation, thread count and
/// the seeded random source. Results never depend on <see cref="Threads"/>.
/// </summary>
/// <threadsafety>Safe to use from several threads; <see cref="Random"/> gives each caller its own source.</threadsafety>
public sealed class RunContext
{
    // few enough to cost nothing, enough that no thread waits long for the last block of another
    private const int BlocksPerWorker = 64;
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
    /// number of threads. Whoever is free takes what is next in order, one at a time where there are few: a handful of calls
    /// of seconds each are shared out as evenly as a million short ones. What a call throws is thrown as it is.
    /// </summary>
    public void For(int count, Action<int> body)
    {
        int workers = Math.Min(Threads, count);
        if (workers <= 1)
        {
            for (int i = 0; i < count; i++)
            {
                Cancel.ThrowIfCancellationRequested();
                body(i);
            }

            return;
        }

        int block = Math.Max(1, count / (workers * BlocksPerWorker));
        int taken = 0;
        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = Cancel }, Work);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        void Work(int worker, ParallelLoopState others)
        {
            while (!others.ShouldExitCurrentIteration)
            {
                int from = Interlocked.Add(ref taken, block) - block;
                if (from >= count)
                    return;
                for (int i = from; i < Math.Min(count, from + block); i++)
                {
                    Cancel.ThrowIfCancellationRequested();
                    body(i);
                }
            }
        }
    }
}

/// <summary>How far a stage of the pipeline has come.</summary>
/// <param name="Stage">The stage's name, as in code, CLI, log and docs.</param>
/// <param name="Fraction">0 at the start, 1 at the end.</param>
/// <param name="Note">What is being worked on, where that helps.</param>
public readonly record struct StageProgress(string Stage, double Fraction, string? Note);
