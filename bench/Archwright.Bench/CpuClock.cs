using System.Diagnostics;
using System.Globalization;

namespace Archwright.Bench;

/// <summary>Processor time of this process: what a measurement costs whatever else the machine does.</summary>
internal static class CpuClock
{
    /// <summary>Seconds of user and system time so far.</summary>
    public static double Seconds()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Does some work and prints what it took, processor and wall time.</summary>
    public static T Timed<T>(string what, Func<T> work)
    {
        double before = Seconds();
        var clock = Stopwatch.StartNew();
        T made = work();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what,-24} {Seconds() - before,7:0.00} s of processor, {clock.Elapsed.TotalSeconds,7:0.00} s"));
        return made;
    }
}
