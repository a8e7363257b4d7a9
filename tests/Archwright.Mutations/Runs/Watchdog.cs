namespace Archwright.Mutations.Runs;

/// <summary>
/// Watches the processor time of a run. Past what is allowed it barks and asks the run to stop; a run that does not stop within
/// ten seconds more is reported and ended with its process, which the sweep starts anew behind it.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const double PatienceSeconds = 10;
    private readonly Timer _timer;
    private readonly TimeSpan _begun = Environment.CpuUsage.TotalTime;
    private int _resting;

    private Watchdog(Action<Watchdog, double> look) =>
        _timer = new Timer(_ => look(this, (Environment.CpuUsage.TotalTime - _begun).TotalSeconds), null, 250, 250);

    public bool HasBarked { get; private set; }

    public static Watchdog Over(int index, string form, string what, CancellationTokenSource run, double allowedSeconds) =>
        new((dog, seconds) =>
        {
            if (Volatile.Read(ref dog._resting) != 0 || seconds < allowedSeconds)
                return;
            dog.HasBarked = true;
            run.Cancel();
            if (seconds < allowedSeconds + PatienceSeconds)
                return;
            ReportLines.Write(new Outcome(index, form, what, -2, seconds, true, ["hang: does not stop when cancelled"]));
            Environment.Exit(1);
        });

    public void Rest()
    {
        Volatile.Write(ref _resting, 1);
        _timer.Change(Timeout.Infinite, Timeout.Infinite);
    }

    public void Dispose() => _timer.Dispose();
}
